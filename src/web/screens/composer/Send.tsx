import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WhistleProposal } from '../../../contract/whistles.ts';
import { roleWords } from '../../../contract/words.ts';
import type { Circumstance } from '../../acts/ActDrawer/envelope.ts';
import { useSay } from '../../words/say.ts';
import type { Draft } from './draft.ts';

interface SendProps {
  readonly of: WhistleProposal;
  readonly draft: Draft;
  readonly circumstance: Circumstance;
  readonly pending: boolean;
}

/** What will follow, for whom it is entered, and the button that says how many are called. */
export const Send = ({ of, draft, circumstance, pending }: SendProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const level = of.levels.find((one) => one.kind === draft.kind && one.level === draft.level);
  const behalf = circumstance.behalf === 'post' ? circumstance.post?.role : undefined;
  const count = draft.units.length;
  return (
    <div className="composer-send">
      <p className="composer-does">
        {level?.screen
          ? t('composer.screened', { by: say(level.screen.by), within: say(level.screen.within) })
          : t('composer.atOnce')}
        {behalf && <strong> {t('composer.behalf', { who: say(roleWords[behalf]) })}</strong>}
      </p>
      <Button type="primary" htmlType="submit" loading={pending}>
        {count === 0 ? t('composer.sendNobody') : t('composer.send', { count })}
      </Button>
    </div>
  );
};
