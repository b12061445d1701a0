/** Calls through the exchange, on the page of a case or a callback. */
export const callsZh = {
  ask: '给本人打电话',
  how: '您的电话先响，接起后再接通本人。您看不到号码。',
  from: '您的分机或电话',
  fromWrong: '请填写能打通您的号码：数字，可以带横线。',
  purpose: '为什么打这个电话？',
  purposeRead: '通话记入查看记录，写明没有看到号码；本人可以看到岗位、时间和理由。',
  place: '拨打',
  placed: '正在接通。打完后请选择结果：',
  unheard: '电话交换机还没有回音，您的电话可能会响。请选择结果：',
  outcome: {
    reached: '联系上了',
    'not-reached': '没有联系上',
    'wrong-number': '号码不对',
    'never-rang': '没有响过',
  },
  exchange: { asked: '已请求，等待结果', placed: '已接通，等待结果', refused: '没有拨出' },
  follows: {
    case: '结果同时记为一次电话联系，不用再填。',
    callback: '没有联系上或号码不对的，同时记为一次未接通；联系上的，请在下面记录回答。',
  },
  notOffered: {
    case: '不看号码就打电话，需要本机构接入电话交换机（由系统管理员设置）；现在可以给本人留言，或者写明理由查看联系方式。',
    callback:
      '不看号码就打电话，需要本机构接入电话交换机（由系统管理员设置）；现在请写明理由查看电话。',
  },
};
