// Prints a line for each event: its name, a tab, and the jobs of a workflow that GitHub would run, by GitHub's own parsers.
// Its arguments are the workflow, and a JSON object with the context `github` of each event.
import {readFileSync} from 'node:fs';
import {register} from 'node:module';

// GitHub's parser is made for bundlers: it imports JSON without saying so.
const load = 'export const load = (url, context, next) => next(url, url.endsWith(".json") ? {...context, importAttributes: {type: "json"}} : context)';
register(`data:text/javascript,${encodeURIComponent(load)}`);
const {NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow} = await import('@actions/workflow-parser');
const {Evaluator, Lexer, Parser, data} = await import('@actions/expressions');

const [file, events] = process.argv.slice(2);
const {context, value} = parseWorkflow({name: file, content: readFileSync(file, 'utf8')}, new NoOperationTraceWriter());
const {jobs} = await convertWorkflowTemplate(context, value);
const success = {name: 'success', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(true)};

for (const [name, github] of Object.entries(JSON.parse(events))) {
  const known = JSON.parse(JSON.stringify({github}), data.reviver);
  const runs = jobs.filter(job => {
    const expression = new Parser(new Lexer(job.if.expression).lex().tokens, ['github'], [success]).parse();
    return new Evaluator(expression, known, new Map([['success', success]])).evaluate().value;
  });
  console.log([name, ...runs.map(job => job.id.value)].join('\t'));
}
