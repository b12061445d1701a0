import type {
  CaseAct,
  CaseStatus,
  Intake,
  Means,
  Outcome,
  Relation,
  RequestKind,
  Solved,
} from './cases.ts';
import type { Text } from './common.ts';
import type { InstitutionAct } from './institution.ts';
import type { UpstreamWord } from './orders.ts';
import type { SecrecyAct } from './secrecy.ts';
import type { Role } from './session.ts';
import type { ConfirmationAct } from './unit.ts';

/**
 * The words of the product, one for each concept and language, as the glossary has them. Every
 * face takes them from here, so that a clerk, a resident and a printed slip say the same.
 */
const t = (zh: string, en: string): Text => ({ zh, en });

export const roleWords: Record<Role, Text> = {
  intake_agent: t('受理员', 'Intake agent'),
  dispatcher: t('派单员', 'Dispatcher'),
  unit_handler: t('承办人', 'Unit handler'),
  office_head: t('科室负责人', 'Head of office'),
  unit_head: t('单位负责人', 'Unit head'),
  arbiter: t('裁定人', 'Arbiter'),
  supervisor: t('督办员', 'Supervisor'),
  sponsor: t('包案领导', 'Sponsor'),
  liaison: t('联络员', 'Liaison'),
  callback_agent: t('回访员', 'Callback agent'),
  sealed_officer: t('专管员', 'Sealed-channel officer'),
  archivist: t('档案员', 'Archivist'),
  auditor: t('审计员', 'Auditor'),
  rule_editor: t('规则编辑', 'Rule editor'),
  administrator: t('系统管理员', 'Administrator'),
};

export const kindWords: Record<RequestKind, Text> = {
  consult: t('咨询', 'Question'),
  help: t('求助', 'Request for help'),
  complaint: t('投诉', 'Complaint'),
  suggestion: t('建议', 'Suggestion'),
};

export const intakeWords: Record<Intake, Text> = {
  counter: t('窗口', 'Counter'),
  phone: t('电话', 'Telephone'),
  web: t('网页', 'Web'),
  paper: t('来信', 'Letter'),
  sms: t('短信', 'Text message'),
  grid: t('网格发现', 'Found by a grid worker'),
  upstream: t('上级转来', 'From upstream'),
  import: t('台账导入', 'Imported ledger'),
};

export const statusWords: Record<CaseStatus, Text> = {
  received: t('已登记', 'Registered'),
  triaged: t('待派单', 'Awaiting dispatch'),
  assigned: t('待签收', 'Awaiting signature'),
  objected: t('派单异议中', 'Under objection'),
  handling: t('办理中', 'Being handled'),
  replied: t('待核实', 'Awaiting verification'),
  closed: t('已办结', 'Closed'),
  answered: t('当场答复', 'Answered at once'),
  redirected: t('已转其他途径', 'Redirected'),
  merged: t('已并入同一事项', 'Merged'),
};

/** Never a synonym of the state: closed is not fixed. */
export const outcomeWords: Record<Outcome, Text> = {
  FIXED: t('已解决', 'Fixed'),
  PARTLY: t('部分解决', 'Partly fixed'),
  EXPLAINED_CANNOT: t('不能解决，已说明理由', 'Cannot be done; reasons given'),
  INFO_GIVEN: t('已解答', 'Information given'),
  REDIRECTED: t('已告知其他途径', 'Redirected to the right channel'),
  DUPLICATE_OF: t('同一事项', 'Same matter as another'),
  WITHDRAWN_BY_PERSON: t('本人撤回', 'Withdrawn by the person'),
  UNREACHABLE: t('未能联系上本人', 'Person could not be reached'),
  OUT_OF_SCOPE: t('不属受理范围', 'Out of scope'),
  UNKNOWN: t('结果不明', 'Outcome not known'),
};

/** What the system that gave an order says came of it. */
export const upstreamWords: Record<UpstreamWord, Text> = {
  FIXED: t('已解决', 'Solved'),
  PARTLY: t('部分解决', 'Partly solved'),
  EXPLAINED_CANNOT: t('不能解决，已说明理由', 'Cannot be done; reasons given'),
  INFO_GIVEN: t('已解答', 'Information given'),
  UNREACHABLE: t('未能联系上本人', 'Person could not be reached'),
  NOT_SOLVED: t('没有解决', 'Not solved'),
  NOT_CONTACTED: t('没有人联系过', 'Nobody was in contact'),
  TAKEN_BACK: t('上级收回', 'Taken back'),
};

export const solvedWords: Record<Solved, Text> = {
  yes: t('已解决', 'Solved'),
  partly: t('部分解决', 'Partly solved'),
  no: t('没有解决', 'Not solved'),
  not_contacted: t('没有人联系过', 'Nobody was in contact'),
};

export const meansWords: Record<Means | 'portal', Text> = {
  phone: t('电话', 'by telephone'),
  visit: t('上门', 'by a visit'),
  message: t('短信', 'by message'),
  counter: t('窗口', 'at the counter'),
  portal: t('网页', 'on the web'),
};

/** For whom an act was entered, where it was a person. */
export const relationWords: Record<Relation, Text> = {
  relative: t('亲属代办', 'through a relative'),
  neighbour: t('邻居代办', 'through a neighbour'),
  helper: t('代办员代办', 'through a helper'),
  caller: t('来电人', 'the caller'),
};

export const clockWords: Record<string, Text> = {
  triage: t('研判', 'Triage'),
  dispatch: t('派单', 'Dispatch'),
  'sign-for': t('签收', 'Sign for'),
  contact: t('联系本人', 'Contact the person'),
  reply: t('答复', 'Reply'),
  objection: t('处理派单异议', 'Decide the objection'),
  ruling: t('派单裁定', 'Allocation ruling'),
  verification: t('办结核实', 'Verification call'),
  'extension-decision': t('延期审批', 'Decide the extension'),
  upstream: t('上级时限', 'Upstream due'),
  remind: t('催办后补办', 'Make good after a reminder'),
  supervise: t('督办', 'Supervise'),
  instruct: t('批示', 'Written instruction'),
};

/** What opening a case's page is for, as the log of looks keeps it and as the person reads it. */
export const HANDLING = '办理事项 / handling the case';
export const handlingWords = t('办理事项', 'handling the case');

export const actWords: Record<CaseAct | 'register' | 'hear-upstream', Text> = {
  register: t('登记诉求', 'Register a request'),
  triage: t('研判', 'Triage'),
  'show-emergency': t('提示紧急电话', 'Show the emergency number'),
  'confirm-handover': t('确认已转紧急救助', 'Confirm the hand-over'),
  'answer-at-once': t('当场答复', 'Answer at once'),
  redirect: t('告知其他途径', 'Redirect'),
  merge: t('并入同一事项', 'Merge into the same matter'),
  unmerge: t('撤销并单', 'Unmerge'),
  dispatch: t('派单', 'Dispatch'),
  'sign-for': t('签收', 'Sign for'),
  object: t('提出派单异议', 'Object to the dispatch'),
  'decide-objection': t('处理派单异议', 'Decide the objection'),
  'rule-allocation': t('作出派单裁定', 'Make an allocation ruling'),
  assign: t('分派', 'Assign'),
  'hand-on': t('转办', 'Hand on'),
  contact: t('记录联系', 'Record a contact'),
  suspend: t('中止计时', 'Suspend the clock'),
  resume: t('恢复计时', 'Resume the clock'),
  'ask-extension': t('申请延期', 'Ask for an extension'),
  'decide-extension': t('审批延期', 'Decide the extension'),
  'tell-extension': t('告知延期', 'Tell the person of the extension'),
  remind: t('催办', 'Remind'),
  supervise: t('督办', 'Supervise'),
  reply: t('答复', 'Reply'),
  'agree-reply': t('同意答复', 'Agree to the reply'),
  'send-back-reply': t('退改答复', 'Send the draft back'),
  verify: t('办结核实', 'Verify with the person'),
  close: t('办结', 'Close'),
  reopen: t('重新办理', 'Reopen'),
  withdraw: t('撤回诉求', 'Withdraw'),
  disagree: t('不同意', 'Disagree'),
  'add-words': t('补充说明', 'Add to what was said'),
  summarise: t('写摘要', 'Write the summary'),
  message: t('给本人留言', 'Leave the person a message'),
  'ask-upstream-return': t('申请退回上级', 'Ask upstream to take it back'),
  'ask-upstream-extension': t('向上级申请延期', 'Ask upstream for more time'),
  'hear-upstream': t('读入上级核实结果', 'Read in the upstream result'),
};

/** What is done about an act that was entered for a post. */
export const confirmationActWords: Record<ConfirmationAct, Text> = {
  confirm: t('确认代录', 'Confirm what was entered'),
  contest: t('不予确认', 'Contest what was entered'),
  'note-contest': t('查处代录不符', 'Look into a contested entry'),
};

/** What two officers do about telling the person later who looked. */
export const secrecyActWords: Record<SecrecyAct, Text> = {
  ask: t('申请暂缓告知', 'Ask for a hold'),
  agree: t('同意暂缓告知', 'Agree to the hold'),
  'turn-down': t('不同意暂缓告知', 'Turn the hold down'),
  lift: t('解除暂缓告知', 'Lift the hold'),
};

export const institutionActWords: Record<InstitutionAct, Text> = {
  'stand-in': t('指定代班', 'Name a stand-in'),
  'end-stand-in': t('结束代班', 'End a stand-in'),
  recuse: t('登记回避', 'Declare a recusal'),
  'end-recusal': t('解除回避', 'End a recusal'),
  delegate: t('委托职权', 'Entrust a power'),
  'end-delegation': t('结束委托', 'End an entrustment'),
  'publish-calendar': t('发布日历', 'Publish a calendar'),
  'propose-rulebook': t('提出规则变更', 'Propose a change of the law'),
  'approve-rulebook': t('批准规则变更', 'Approve a change of the law'),
  'turn-down-rulebook': t('不予批准', 'Turn down a proposal'),
  'take-back-rulebook': t('撤销提案', 'Take back a proposal'),
  'change-staff': t('变更岗位人员', 'Change the staff'),
};
