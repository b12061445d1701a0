import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../contract/cases.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickOne, useCategoryOptions } from '../../acts/Fields/Picker.tsx';
import { useSay } from '../../words/say.ts';

interface CategoryProps {
  readonly proposal: ProposalView;
  readonly chosen: string | null;
  readonly choose: (category: string) => void;
}

/** What kind of matter it is: the likely ones in sight with their reason, all others by name. */
export const Category = ({ proposal, chosen, choose }: CategoryProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const all = useCategoryOptions();
  return (
    <div className="stack">
      {proposal.categories.length > 0 && (
        <Choices
          name="decision-category"
          legend={t('field.category.label')}
          value={chosen ?? undefined}
          change={choose}
          options={proposal.categories.map(({ code, name, because }) => ({
            value: code,
            label: say(name),
            note: say(because),
          }))}
        />
      )}
      <Framed
        id="decision-other"
        label={t(
          proposal.categories.length > 0 ? 'dispatch.otherCategory' : 'field.category.label',
        )}
      >
        {() => (
          <PickOne
            id="decision-other"
            options={all}
            value={
              proposal.categories.some(({ code }) => code === chosen)
                ? undefined
                : (chosen ?? undefined)
            }
            change={choose}
          />
        )}
      </Framed>
    </div>
  );
};
