// Prints the commands by which the libraries of GitHub and Azure have their servers mask the arguments.
import {createRequire} from 'node:module';
import {setSecret} from '@actions/core';

const azure = createRequire(import.meta.url)('azure-pipelines-task-lib/task');

for (const secret of process.argv.slice(2)) {
  setSecret(secret);
  azure.setSecret(secret);
}
