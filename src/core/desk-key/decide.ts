import { rulebookAt } from '../authority/institution.ts';
import { type Decision, type Facts, refuse } from '../process.ts';
import { accountActing } from './access.ts';
import type { DeskKeyCommand } from './commands.ts';
import type { DeskKeyEvent } from './events.ts';
import type { DeskKeyRefusal } from './refusals.ts';
import { type DeskKeyState, type Known, RETIRED_WHY } from './state.ts';

type Answer = Decision<DeskKeyEvent>;

const no = (code: DeskKeyRefusal, params: Readonly<Record<string, string>> = {}): Answer =>
  refuse(code, params);
const says = (event: DeskKeyEvent): Answer => ({ events: [event] });

/** Offered by its officer, agreed to by a second person, retired by either: each at once. */
export function decide(command: DeskKeyCommand, state: DeskKeyState, facts: Facts): Answer {
  if (facts.occurredAt !== facts.now) return no('desk-key.not-entered-late');
  const account = accountActing(command.type, state, facts);
  if (command.type === 'offer') return offer(command.data, state, facts, account);
  if (state.status === 'none') return no('desk-key.unknown');
  if (account === null) return no('desk-key.not-yours', { command: command.type });
  return command.type === 'agree'
    ? agree(command.data.fingerprint, state, account)
    : retire(command.data, state, account);
}

function offer(
  data: Extract<DeskKeyCommand, { type: 'offer' }>['data'],
  state: DeskKeyState,
  { institution, now }: Facts,
  account: string | null,
): Answer {
  if (state.status !== 'none') return no('desk-key.exists');
  const desk = rulebookAt(institution, now)?.reportWrongdoing.desk ?? null;
  if (desk === null) return no('desk-key.not-offered');
  if (account === null) return no('desk-key.not-yours', { command: 'offer' });
  return says({ type: 'KeyOffered', v: 1, data: { ...data, unit: desk.unit, account } });
}

function agree(fingerprint: string, state: Known, account: string): Answer {
  if (state.status !== 'offered') return no('desk-key.wrong-status', { status: state.status });
  if (state.account === account) return no('desk-key.own-key');
  if (state.fingerprint !== fingerprint) return no('desk-key.other-fingerprint');
  return says({ type: 'KeyAgreed', v: 1, data: { account } });
}

function retire(
  { why }: Extract<DeskKeyCommand, { type: 'retire' }>['data'],
  state: Known,
  account: string,
): Answer {
  if (state.status === 'retired') return no('desk-key.wrong-status', { status: state.status });
  if (!RETIRED_WHY.includes(why)) return no('desk-key.unknown-reason');
  return says({ type: 'KeyRetired', v: 1, data: { account, why } });
}
