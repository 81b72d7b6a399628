/** The palette over any program, and its key. */
export const everywhere = {
  everywhere: {
    key: '任意程序上呼出话术', keyHint: '在千牛等其他程序里按下，选好后自动复制', switchOff: '停用', switchOn: '启用', off: '已停用',
    taken: '被其他程序占用了，请换一组按键，或关掉那个程序后再打开设置', unusable: '系统不支持这组按键', press: '按下新的组合键…', change: '修改呼出话术的按键',
    locked: '工作台已锁定', lockedHint: '先回到工作台解锁，再用话术。', signedOut: '还没有登录', signedOutHint: '先在工作台登录，再用话术。',
    desk: '打开工作台', copy: '复制', hide: '关闭', notCopied: '没有复制成功，请再按一次 Enter。', open: '还没填：{{names}}。再按一次 Enter 照样复制，粘贴后请补上。',
    noPictures: '图片不会随文字复制',
    preview: '全文',
  },
} as const
