import type { Text } from '../../text.ts';
import type { SponsorshipNoted } from '../events.ts';
import { listed, type Names, text } from './names.ts';

type Note = SponsorshipNoted['data'];

/** What a case says of its sponsorship. Seats are posts, never people. */
export function sponsorshipNoted(note: Note, names: Names): Text {
  const leader = note.sponsor === null ? null : names.post(note.sponsor.post);
  switch (note.news) {
    case 'stage':
      return stage(note, names);
    case 'asked':
      return leader === null
        ? text('包案提请逐级上报，待指定包案领导', 'Nobody took it on: a sponsor is to be named')
        : text(`包案提请转${leader.zh}`, `The nomination goes on to the ${leader.en}`);
    case 'seat':
      return text('包案责任人员有调整', 'A seat of the sponsorship changed hands');
    case 'units': {
      const units = listed(note.units.map(names.unit));
      return text(
        `参与包案的单位：${units.zh}`,
        `Units that work on it with the sponsor: ${units.en}`,
      );
    }
    case 'identity':
      return note.identity
        ? text(
            '本人同意包案领导和联络员知悉其身份',
            'The person lets sponsor and liaison see who they are',
          )
        : text(
            '本人撤回了身份知悉的同意',
            'The person no longer lets sponsor and liaison see who they are',
          );
    case 'end': {
      const until = note.endsAt === null ? text('', '') : names.moment(note.endsAt);
      return text(`包案期限延至${until.zh}`, `The sponsorship now ends ${until.en}`);
    }
  }
}

function stage({ stage, sponsor, lead, liaison, nominator }: Note, names: Names): Text {
  const leader = sponsor === null ? text('', '') : names.post(sponsor.post);
  const [owner, contact, lower] = [
    names.post(lead.post),
    names.post(liaison.post),
    names.unit(nominator),
  ];
  switch (stage) {
    case 'nominated':
      return text(
        `${lower.zh}提请${leader.zh}包案`,
        `${lower.en} put it up to the ${leader.en} to sponsor`,
      );
    case 'accepted':
      return text(
        `${leader.zh}包案，${owner.zh}为包案责任人，${contact.zh}为联络员`,
        `Sponsored by the ${leader.en}; accountable lead: ${owner.en}; liaison: ${contact.en}`,
      );
    case 'agreed':
      return text('处置方案已商定', 'The case plan is agreed');
    case 'told':
      return text('包案结果已告知本人', 'The result of the sponsorship was told to the person');
    case 'following':
      return text(
        '包案办结，按本人意愿后续联系',
        'The sponsorship is closed; follow-up as the person wishes',
      );
    case 'ended':
      return sponsor === null
        ? text('包案提请已撤回', 'The nomination to sponsor was taken back')
        : text('包案办结', 'The sponsorship is closed');
  }
}
