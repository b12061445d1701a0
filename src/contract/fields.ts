import type { Text } from './common.ts';

/** What a schema found wrong, as zod reports it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly [detail: string]: unknown;
}

const t = (zh: string, en: string): Text => ({ zh, en });

/**
 * What is wrong with one field, in words for whoever typed it. Doors and forms share these, so that
 * a form says before sending what the server would have said after.
 */
export function issueWords(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? t('请填写此项。', 'Fill this in.')
        : t('此项的类型不对。', 'This is not the kind of value that belongs here.');
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return issue.format === 'datetime'
        ? t(
            '请按“2026-02-13T16:20:00+08:00”的形式填写时间。',
            'Give the time in the form 2026-02-13T16:20:00+08:00.',
          )
        : t('此项的格式不对。', 'This is not in the right form.');
    case 'invalid_value':
    case 'invalid_union':
      return t('请从列出的选项中选择。', 'Choose one of the listed values.');
    case 'unrecognized_keys':
      return t('有不认识的项目。', 'There is something here that is not known.');
    case 'bad_text':
      return t(
        '文字中含有无法保存的字符，请删去后重新输入。',
        'The text has a character that cannot be kept. Delete it and type it again.',
      );
    default:
      return t('此项不正确，请检查。', 'This is not right. Check it.');
  }
}

function tooSmall({ origin, minimum }: Issue): Text {
  if (origin === 'string') {
    return minimum === 1
      ? t('请填写此项。', 'Fill this in.')
      : t(`至少填写 ${minimum} 个字。`, `Write at least ${minimum} characters.`);
  }
  if (origin === 'array') return t(`至少选择 ${minimum} 项。`, `Choose at least ${minimum}.`);
  return t(`不得小于 ${minimum}。`, `It must be at least ${minimum}.`);
}

function tooBig({ origin, maximum }: Issue): Text {
  if (origin === 'string') {
    return t(`请不要超过 ${maximum} 个字。`, `Write at most ${maximum} characters.`);
  }
  if (origin === 'array') return t(`至多 ${maximum} 项。`, `At most ${maximum}.`);
  return t(`不得大于 ${maximum}。`, `It must be at most ${maximum}.`);
}
