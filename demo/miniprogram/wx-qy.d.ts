/** What WeCom adds to `wx`; the platform's own types do not have it. Absent in WeChat and in the developer tools. */
declare namespace WechatMiniprogram {
  interface Wx {
    qy?: Record<string, (params: object) => void>;
  }
}
