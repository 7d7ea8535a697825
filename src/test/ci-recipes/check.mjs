// Prints a line for each error in the recipes: the file, a tab, the program that found it, a tab, and its message.
// Its argument is a directory with the directories github, gitlab and jenkins.
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {register} from 'node:module';
import {basename, join, resolve} from 'node:path';

// GitHub's parser is made for bundlers: it imports JSON without saying so.
const load = 'export const load = (url, context, next) => next(url, url.endsWith(".json") ? {...context, importAttributes: {type: "json"}} : context)';
register(`data:text/javascript,${encodeURIComponent(load)}`);
const {NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow} = await import('@actions/workflow-parser');

const root = process.argv[2];
const recipes = server => readdirSync(join(root, server)).map(name => join(root, server, name));
const report = (file, program, message) => console.log([basename(file), program, message.trim().replace(/\s+/g, ' ')].join('\t'));
const run = (program, ...options) => {
  const result = spawnSync(join('node_modules', '.bin', program), options, {encoding: 'utf8', maxBuffer: 1 << 26});
  if (result.error) throw result.error;
  return result;
};

for (const file of recipes('github')) {
  const {context, value} = parseWorkflow({name: file, content: readFileSync(file, 'utf8')}, new NoOperationTraceWriter());
  const errors = context.errors.getErrors();
  if (value) errors.push(...(await convertWorkflowTemplate(context, value)).errors ?? []);
  errors.forEach(error => report(file, 'workflow-parser', error.message ?? error.Message));

  const validator = run('action-validator', file);
  if (validator.status !== 0) report(file, 'action-validator', validator.stdout + validator.stderr);
}

for (const file of recipes('gitlab')) {
  const local = run('gitlab-ci-local', '--cwd', root, '--file', join('gitlab', basename(file)), '--list-json');
  if (local.status !== 0) report(file, 'gitlab-ci-local', local.stdout + local.stderr);
}

const lint = run('npm-groovy-lint', '--noserver', '--path', resolve(root, 'jenkins'), '--files', '**/*', '--output', 'json');
const files = JSON.parse(lint.stdout.slice(lint.stdout.indexOf('{'))).files;
for (const [file, {errors}] of Object.entries(files)) {
  errors.filter(error => error.severity === 'error').forEach(error => report(file, 'npm-groovy-lint', error.msg));
}
