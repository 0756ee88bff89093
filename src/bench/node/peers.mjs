// Checks and times the peers that are packages of npm. Arguments: the file of tasks, and the
// milliseconds of a round. Prints a JSON line for each figure.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ZenEngine } = require('@gorules/zen-engine');
const cedar = require('@cedar-policy/cedar-wasm/nodejs');

const roundNanos = Number(process.argv[3]) * 1e6;
const tasks = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const print = (line) => process.stdout.write(JSON.stringify(line) + '\n');

async function time(operation, times) {
  const begun = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    const answer = operation(i);
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(begun);
  return Math.max(1, (user + system) * 1000);
}

// Processor time of all threads, in the same rounds as the peers in Java have it.
async function measure(peer, task, operation) {
  let spent = 0;
  let each;
  let times = 1;
  do {
    const took = await time(operation, times);
    spent += took;
    each = took / times;
    times = Math.max(1, Math.floor(Math.min(times * 2, roundNanos / each)));
  } while (spent < 10 * roundNanos);
  const nanos = [];
  for (let round = 0; round < (each > 1e9 ? 3 : 7); round++) {
    nanos.push((await time(operation, times)) / times);
  }
  print({ peer, task, nanos });
}

function same(peer, task, expected, actual) {
  if (!isDeepStrictEqual(expected, actual)) {
    throw new Error(`${peer}, ${task}: answered ${JSON.stringify(actual)}, the program ${JSON.stringify(expected)}`);
  }
}

async function measureClassifications(peer, load) {
  for (const task of tasks.classifications) {
    const classify = load(task.ranges);
    for (let i = 0; i < task.numbers.length; i++) {
      same(peer, task.name, task.expected[i], await classify(task.numbers[i]));
    }
    await measure(peer, task.name, (i) => classify(task.numbers[i % task.numbers.length]));
  }
}

// GoRules ZEN: a graph of one table classifies; a second graph filters, calls the table for each line, and counts.
const zen = new ZenEngine();

function graph(...inner) {
  const nodes = [{ id: 'in', name: 'in', type: 'inputNode' }, ...inner, { id: 'out', name: 'out', type: 'outputNode' }];
  const edges = nodes
    .slice(1)
    .map((node, i) => ({ id: `edge${i}`, sourceId: nodes[i].id, targetId: node.id, type: 'edge' }));
  return zen.createDecision({ contentType: 'application/vnd.gorules.decision', nodes, edges });
}

function table(ranges, mode) {
  const content = {
    hitPolicy: 'first',
    inputs: [{ id: 'in', name: 'number', field: 'number' }],
    outputs: [{ id: 'out', name: 'center', field: 'center' }],
    rules: ranges.map((range, i) => ({ _id: `rule${i}`, in: `[${range.from}..${range.to}]`, out: `'${range.center}'` })),
    ...mode,
  };
  return { id: 'table', name: 'table', type: 'decisionTableNode', content };
}

function expressions(id, pairs) {
  const list = Object.entries(pairs).map(([key, value], i) => ({ id: id + i, key, value }));
  return { id, name: id, type: 'expressionNode', content: { passThrough: true, expressions: list } };
}

function zenClassification(ranges) {
  const decision = graph(table(ranges, {}));
  return async (number) => (await decision.evaluate({ number })).result.center ?? null;
}

function zenPlacement(ranges) {
  const loop = { executionMode: 'loop', inputField: 'counted', outputPath: 'classified', passThrough: true };
  const counts = tasks.centers.map((name) => [`counts.${name}`, `count(classified, #.center == '${name}')`]);
  const decision = graph(
    expressions('window', { counted: 'filter(lines, #.date >= $root.from and #.date <= $root.to)' }),
    table(ranges, loop),
    expressions('count', Object.fromEntries(counts)),
    expressions('most', { most: 'max(values(counts))' }),
    expressions('leaders', { leaders: 'filter(keys(counts), $root.counts[#] == $root.most)' }),
    expressions('center', { center: 'most > 0 and len(leaders) == 1 ? leaders[0] : null' }),
  );
  return async ({ lines, from, to }) => {
    const { center, counts } = (await decision.evaluate({ lines, from, to })).result;
    return { center, counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) };
  };
}

await measureClassifications('GoRules ZEN', zenClassification);
const place = zenPlacement(tasks.ranges);
for (const task of tasks.placements) {
  same('GoRules ZEN', task.name, task.expected, await place(task));
  await measure('GoRules ZEN', task.name, () => place(task));
}

// Cedar: a policy for each range permits its numbers; the answer names the policy that decided.
let loaded = 0;

function cedarClassification(ranges) {
  const preparsedPolicySetId = `ranges${loaded++}`;
  const staticPolicies = Object.fromEntries(
    ranges.map((range, i) => [
      String(i),
      `permit(principal, action, resource) when { context.number >= ${range.from} && context.number <= ${range.to} };`,
    ]),
  );
  const parsed = cedar.preparsePolicySet(preparsedPolicySetId, { staticPolicies });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed));
  const call = {
    principal: { type: 'Importer', id: 'one' },
    action: { type: 'Action', id: 'classify' },
    resource: { type: 'Goods', id: 'one' },
    entities: [],
    preparsedPolicySetId,
    validateRequest: false,
  };
  return (number) => {
    const { response } = cedar.statefulIsAuthorized({ ...call, context: { number } });
    const [decided] = response.diagnostics.reason;
    return decided === undefined ? null : ranges[decided].center;
  };
}

await measureClassifications('Cedar', cedarClassification);
print({ peer: 'Cedar', note: 'it allows or denies one request and cannot count lines, so it places no importer' });
