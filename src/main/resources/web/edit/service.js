// Asks the service, and says in words why it did not answer.
export async function ask(address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60000),
    });
  } catch {
    return { ok: false, status: 0, why: 'the service does not answer' };
  }
  let told = null;
  try {
    told = await answer.json();
  } catch {
    if (answer.ok) return { ok: false, status: answer.status, why: 'the answer of the service cannot be read' };
  }
  if (answer.ok || answer.status === 409) return { ok: answer.ok, status: answer.status, body: told };
  const issue = told && told.issues && told.issues[0];
  const why = issue ? [issue.message, issue.help].filter(Boolean).join('; ')
    : (told && told.detail) || `the service answered with status ${answer.status}`;
  return { ok: false, status: answer.status, why };
}

// What of a text differs from another, as one change; null where nothing does.
export function span(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
