import type { ChannelView } from '../../../contract/rulebook.ts';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';

/** Numbers first, large enough to read out. */
export const Channels = ({
  channels,
  urgent = false,
}: {
  channels: readonly ChannelView[];
  urgent?: boolean;
}) => {
  const say = useSay();
  return (
    <ul className={urgent ? 'channels channels-urgent' : 'channels'}>
      {channels.map((channel) => (
        <li key={channel.code}>
          <p className="channel-name">
            {channel.telephone && <strong className="channel-number">{channel.telephone}</strong>}
            {say(channel.name)}
          </p>
          <p>{say(channel.nextPath)}</p>
          <Law citation={channel.citation} />
        </li>
      ))}
    </ul>
  );
};
