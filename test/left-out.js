/** Says at the end which tests were left out, and why: their titles tell. Jest itself only counts them. */
module.exports = class LeftOut {
  onRunComplete(_, { testResults }) {
    const titles = testResults.flatMap((file) =>
      file.testResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
    );
    if (titles.length > 0) {
      process.stderr.write(`\nLeft out:\n${titles.map((title) => `  ${title}\n`).join('')}`);
    }
  }
};
