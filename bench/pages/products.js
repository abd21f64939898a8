const TITLES = [
  '手工黄油曲奇礼盒 320g 下午茶零食伴手礼',
  '明前龙井 50g 罐装',
  '钛杯 420ml 双层保温',
  '深烘拼配咖啡豆 454g',
];

/** So many products of a shop. Each has a picture of its own. */
export const products = count =>
  Array.from({ length: count }, (_, index) => ({
    productId: `${10000226800000 + index}`,
    shopAppId: 'wx37f38d59298839c3',
    imgUrl: `${location.origin}/picture/${index}`,
    title: `${TITLES[index % TITLES.length]} ${index}`,
    sellingPrice: `${800 + index * 100}`,
    shopImgUrl: `${location.origin}/picture/shop`,
    shopNickname: '小满食品店',
  }));
