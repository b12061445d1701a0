import type { Text } from './common.ts';
import type {
  DeskKeyAct,
  DeskKeyStatus,
  ReportAct,
  ReportAnswer,
  ReportStatus,
  RetiredWhy,
} from './reports.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

/** The words of 检举控告, one for each concept and language, as the glossary has them. */
export const reportStatusWords: Record<ReportStatus, Text> = {
  received: t('待拆阅', 'To be opened'),
  'looked-at': t('已拆阅', 'Opened'),
  'handed-over': t('已移送', 'Handed over'),
  concluded: t('已答复', 'Answered'),
};

/** As the desk chooses it. */
export const reportAnswerWords: Record<ReportAnswer, Text> = {
  NOT_WRONGDOING: t('属办事不满，不属违纪违法', 'A matter handled badly, not wrongdoing'),
  NOTHING_TO_LOOK_INTO: t('没有可查的线索', 'Nothing that can be looked into'),
  KNOWN_ALREADY: t('同一事实已在查办', 'The same facts are being looked into'),
  ELSEWHERE: t('不属本地有关机关管辖', 'About nobody whom a body here has a say over'),
};

/** As the reporter reads it. */
export const reportAnswerTold: Record<ReportAnswer, Text> = {
  NOT_WRONGDOING: t(
    '您反映的是一件事没有办好，不属于违纪违法。请把它作为诉求说一次，会有单位负责办理。',
    'What you told is a matter that was handled badly, not wrongdoing. Please say it once as a request; a unit will have to deal with it.',
  ),
  NOTHING_TO_LOOK_INTO: t(
    '从您说的内容里，没有找到可以查的人、时间或者事情。如果您还知道别的，请直接向法定渠道反映。',
    'In what you told there is no person, time or act that could be looked into. If you know more, please tell the statutory channel directly.',
  ),
  KNOWN_ALREADY: t(
    '您反映的同一事实，有权机关已经在查办。',
    'The competent body is looking into the same facts already.',
  ),
  ELSEWHERE: t(
    '您反映的人不归这里的机关管辖。请直接向当地的法定渠道反映。',
    'No body here has a say over whom you told of. Please turn to the statutory channel of their place.',
  ),
};

export const reportActWords: Record<ReportAct | 'receive' | 'add-words', Text> = {
  receive: t('检举控告', 'Report wrongdoing'),
  'add-words': t('补充说明', 'Add to what was said'),
  'take-in': t('拆阅登记', 'Take in'),
  'declare-interest': t('申报回避', 'Declare an interest'),
  'hand-over': t('移送', 'Hand over'),
  conclude: t('答复', 'Answer'),
};

export const reportClockWords: Record<string, Text> = {
  'report-look': t('拆阅', 'Open it'),
  'report-settle': t('移送或者答复', 'Hand over or answer'),
};

/** What opening a report is for, as the log of looks keeps it and as the reporter reads it. */
export const OPENING = '拆阅检举控告 / opening the report';

export const deskKeyStatusWords: Record<DeskKeyStatus, Text> = {
  offered: t('待核对', 'To be compared'),
  'in-force': t('使用中', 'In force'),
  retired: t('已停用', 'Retired'),
};

export const deskKeyActWords: Record<DeskKeyAct | 'offer', Text> = {
  offer: t('登记密钥', 'Offer a key'),
  agree: t('核对同意', 'Agree to the key'),
  retire: t('停用密钥', 'Retire the key'),
};

export const retiredWhyWords: Record<RetiredWhy, Text> = {
  replaced: t('已换新密钥', 'Replaced by another'),
  lost: t('文件或者口令丢失', 'File or passphrase lost'),
  left: t('已不任专管员', 'No longer an officer of the desk'),
  'not-compared': t('未经核对', 'Never compared'),
};
