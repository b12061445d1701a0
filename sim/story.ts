import type { Actor, Instant } from '../src/core/process.ts';
import type { Request } from '../src/engine/request.ts';

/** What happened, told line by line, so that a failure can be read before it is debugged. */
export class Story {
  readonly lines: string[] = [];
  /** Commands asked for so far. */
  commands = 0;

  tell(now: Instant, line: string): void {
    this.lines.push(`${localTime(now)}  ${line}`);
  }

  asked(now: Instant, request: Request): number {
    this.commands += 1;
    const { command, stream, expectedVersion, occurredAt, onBehalfOf, actor } = request;
    const seen = expectedVersion === undefined ? '' : ` seen at ${expectedVersion}`;
    const late = occurredAt === undefined ? '' : `, happened ${localTime(occurredAt)}`;
    const behalf = onBehalfOf === undefined ? '' : `, for ${forWhom(onBehalfOf)}`;
    const data = JSON.stringify(command.data);
    const what = data === '{}' ? '' : ` ${data.length > 240 ? `${data.slice(0, 240)}…` : data}`;
    this.tell(
      now,
      `#${this.commands} ${nameOf(actor)}${behalf}: ${command.type} ${stream}${seen}${late}${what}`,
    );
    return this.commands;
  }

  /** The end of it, which is where a failure lies. */
  last(lines: number): readonly string[] {
    return this.lines.slice(-lines);
  }
}

/** A promise was broken. `message` says which; the story tells how it came to that. */
export class Broken extends Error {
  override name = 'Broken';
}

export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `${actor.post.role} of ${actor.post.unit} (${actor.account})`;
    case 'person':
      return `the person of ${actor.case}`;
    case 'machine':
      return `the machine (${actor.name})`;
  }
}

function forWhom(behalf: NonNullable<Request['onBehalfOf']>): string {
  return behalf.kind === 'person'
    ? `the person (${behalf.relation})`
    : `${behalf.post.role} of ${behalf.post.unit}`;
}

/** In China's time, to the minute: 'Tue 2026-02-10 09:40'. */
export function localTime(at: Instant): string {
  const local = new Date(at + 8 * 3_600_000);
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()];
  return `${day} ${local.toISOString().slice(0, 16).replace('T', ' ')}`;
}
