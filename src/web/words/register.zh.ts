/** 登记用语;与 register.en.ts 逐条对应。 */
export const register = {
  danger: '现在有人处于危险之中吗？',
  dangerRead: '先问这一句。有危险的，先请对方拨打紧急电话，再登记。',
  official: '是检举控告公职人员吗？',
  officialRead: '检举控告不在这里登记，也不保存内容，只告知法定途径。',
  notHere: '这类内容不在本系统登记。请把下面的途径告诉对方；系统只记一次数，不留任何内容。',
  told: '已告知对方，记一次数',
  counted: '已计数，没有保存任何内容。',
  words: '本人怎么说',
  wordsRead:
    '照本人的话记，不要改写。例如：“楼下路灯三天不亮，老人晚上不敢出门。”不得写入国家秘密。',
  kind: '诉求类型',
  kindRead: '研判时参考。',
  intake: '怎么来的',
  intakeRead: '写在回执上，便于核对。',
  place: '在哪个社区或街道',
  placeRead: '派单时据此确定辖区。不清楚社区的，选街道。',
  detail: '具体位置',
  detailRead: '地址或附近的标志物，办理单位上门时要看。',
  contact: '怎么联系本人',
  contactRead:
    '选填。不留联系方式也可以登记，凭回执码查询进度。留下的只用于办理，每次查看都有记录。',
  confidential: '本人要求保密',
  confidentialRead:
    '被反映的一方在任何时候都看不到是谁反映的；选中后，办理单位也只能看到事情本身。',
  send: '登记并出具回执',
  done: '已登记',
  next: '登记下一件',
  openCase: '打开这一事项',
};
