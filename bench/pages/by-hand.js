const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });

/** The card's DOM as somebody would make it who wants nothing but that: one template, cloned, and what differs written into it. */
export function byHand(list, box, face) {
  const sheets = window.KfElements.KfProductCard.elementStyles.map(({ styleSheet }) => styleSheet);
  const template = document.createElement('template');
  template.innerHTML = face;
  for (const { title, sellingPrice, imgUrl, shopImgUrl, shopNickname } of list) {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    const content = template.content.cloneNode(true);
    const [photo, avatar] = content.querySelectorAll('img');
    photo.src = imgUrl;
    avatar.src = shopImgUrl;
    content.querySelector('.title').textContent = title;
    content.querySelector('.yuan').textContent = yuan.format(sellingPrice / 100);
    content.querySelector('.name').textContent = shopNickname;
    root.append(content);
    box.append(host);
  }
}
