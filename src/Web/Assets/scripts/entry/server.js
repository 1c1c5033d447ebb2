// One way to the server: what it answered, or why there is no answer. Nothing here throws.
export async function ask(href, options = {}) {
  try {
    const answer = await fetch(href, { redirect: 'manual', ...options, headers: { 'X-Entry': 'script', ...options.headers } });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { state: 'signed-out' };
    const isProblem = answer.headers.get('content-type')?.includes('json');
    const content = isProblem ? await answer.json() : await answer.text();
    if (answer.ok) return { state: 'done', content };
    return answer.status < 500 ? { state: 'refused', problem: isProblem ? content : null } : { state: 'failed', problem: isProblem ? content : null };
  } catch {
    return { state: 'unreached' };
  }
}

export const wordsOf = answer => ({
  'signed-out': 'You are signed out. What you typed is kept.',
  unreached: 'The server cannot be reached. What you typed is kept; press Enter to send it again.',
  failed: answer.problem?.title ?? 'The study does not answer. What you typed is kept; press Enter to send it again.',
  refused: answer.problem?.title ?? 'That could not be done. Reload the page.',
}[answer.state]);
