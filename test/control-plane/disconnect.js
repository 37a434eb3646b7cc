module.exports = () => {
  globalThis.kubectlProxy.removeAllListeners('exit');
  globalThis.kubectlProxy.kill();
};
