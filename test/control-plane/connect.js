// Opens a door to the cluster of KUBECONFIG for all suites: a `kubectl proxy`, whose address is CLUSTER_SERVER.
const { execFileSync, spawn } = require('node:child_process');

module.exports = async () => {
  const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  globalThis.kubectlProxy = proxy;
  process.env.CLUSTER_SERVER = await new Promise((resolve, reject) => {
    proxy.stdout.on('data', (text) => {
      const address = /127\.0\.0\.1:\d+/.exec(String(text));
      if (address) resolve(`http://${address[0]}`);
    });
    proxy.on('exit', () => reject(new Error('kubectl proxy ended')));
  });
  process.env.CLUSTER_CONTEXT = execFileSync('kubectl', ['config', 'current-context'], {
    encoding: 'utf8',
  }).trim();
  process.env.CLUSTER_KUBECTL = execFileSync('sh', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).trim();
};
