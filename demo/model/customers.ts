export interface Customer {
  /** The external_userid that the client tells the page. */
  readonly id: string;
  readonly name: string;
  /** The colour of the avatar, a class of the stylesheet. */
  readonly colour: 'brown' | 'green' | 'violet';
  readonly question: string;
  /** The order that the page knows of. */
  readonly order: string;
  /** When it was asked; the open chat's is asked when the page opens. */
  readonly asked?: string;
}

export const CUSTOMERS: readonly [Customer, ...Customer[]] = [
  {
    id: 'wmZhangSan5d1c83f9',
    name: '张三',
    colour: 'brown',
    question: '请问我的订单到哪里了？',
    order: '2026112207310',
  },
  {
    id: 'wmWangNvshi2b7e40a6',
    name: '王女士',
    colour: 'green',
    question: '收到了，想换一个颜色可以吗？',
    order: '2026112107284',
    asked: '09:31',
  },
  {
    id: 'wmLiXiansheng9c08d1',
    name: '李先生',
    colour: 'violet',
    question: '好的，谢谢',
    order: '2026111906955',
    asked: '昨天',
  },
];

/** Who is next in the list: the one to whom a chat is switched. */
export const customerAfter = (customer: Customer): Customer =>
  CUSTOMERS[(CUSTOMERS.indexOf(customer) + 1) % CUSTOMERS.length] ?? CUSTOMERS[0];
