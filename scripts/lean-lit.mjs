// The single files carry lit, without what our elements never use of it. A step names what it leaves out, and by `unless` the words in
// our sources that would need it: they stop the build. A cut is [from, to, instead]: the text from `from`, which is there exactly once,
// up to the next `to`, which stays, gives way to `instead`. A lit that reads differently stops the build: look again, change the cut.
const CSS = 'css-tag.js';
const ELEMENT = 'reactive-element.js';
const LIT = 'lit-element.js';
const HTML = 'lit-html.js';

const STEPS = [
  {
    leaves: 'the hooks of old polyfills, of hydration and of "multiple versions"',
    cuts: {
      [CSS]: [['(void 0===t.ShadyCSS', '"adoptedStyleSheets"']],
      [ELEMENT]: [
        ['p=a.reactiveElementPolyfillSupport', 'd=(t,s)'],
        [',p?.({ReactiveElement:y})', ';export'],
      ],
      [LIT]: [
        [',s.litElementHydrateSupport?.', ';const n='],
        ['(s.litElementVersions', 'export'],
      ],
      [HTML]: [
        ['const j={M:h', 'const D='],
        ['j as _$LH,', 'b as html'],
      ],
    },
  },
  {
    leaves: 'decorators and initializers',
    unless: /addInitializer|Symbol\.metadata/,
    cuts: {
      [ELEMENT]: [
        ['Symbol.metadata??=', 'class y'],
        ['const t=this[Symbol.metadata]', 'this._$Eh=new Map'],
        ['static addInitializer', 'static get observedAttributes'],
        ['void 0!==t.l&&', 'this.elementProperties=new'],
        [',this.constructor.l?.', '}addController'],
      ],
    },
  },
  {
    leaves: 'reflection, defaults, own tests of change, and accessors on top of accessors',
    unless: /\b(reflect|useDefault|hasChanged): |\bstate: true/,
    cuts: {
      [ELEMENT]: [
        ['_$ET(t,s){', '_$AK(t'],
        [
          'requestUpdate(t,s,i,e=!1,h)',
          '!1===this.isUpdatePending',
          'requestUpdate(t,s){if(void 0!==t){if(!f(this[t],s))return;this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}',
        ],
        ['C(t,s,{useDefault', 'async _$EP'],
        ['const t=this.constructor.elementProperties;if(t.size>0)', '}let t=!1'],
        ['this._$Eq&&=', 'this._$EM()}updated'],
        [
          'static createProperty',
          'static getPropertyOptions',
          'static createProperty(t,s){if(this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol();e(this.prototype,t,{get(){return this[i]},set(s){const e=this[i];this[i]=s,this.requestUpdate(t,e)},configurable:!0,enumerable:!0})}}',
        ],
        ['this._$Em=null,', 'this._$Ev()'],
        ['&&this._$Em!==e', '){const t'],
        ['this._$Em=e;', 'const r='],
        ['r??this._$Ej', '}}', 'r'],
      ],
    },
  },
  {
    leaves: 'converters but for a function of their own, Boolean, Number and String',
    unless: /\b(from|to)Attribute\b|\btype: (?!Boolean|Number|String)[A-Z]/,
    cuts: {
      [ELEMENT]: [
        ['u={toAttribute', ',f=', 'u=(t,s)=>s===Boolean?null!==t:s&&null!==t?s(t):t'],
        [
          'const t=i.getPropertyOptions(e),h=',
          '}}',
          'const{converter:t=u,type:h}=i.elementProperties.get(e);this[e]=t(s,h)',
        ],
        ['static getPropertyOptions', 'static _$Ei'],
        [',b={attribute', ';class y'],
      ],
    },
  },
  {
    leaves: 'style sheets of others, and the check of what css`` is given',
    unless: /new CSSStyleSheet/,
    cuts: {
      [CSS]: [
        [',s=Symbol(),o=new WeakMap', ';class n'],
        [
          '{constructor(t,e,o)',
          'toString()',
          '{constructor(t){this.cssText=t}get styleSheet(){return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o}',
        ],
        ['new n("string"==typeof t', ',i=(t,', 'new n(t)'],
        ['const o=1===t.length', '},S=', 'return new n(e.reduce((e,s,o)=>e+s+t[o+1],t[0]))'],
        ['t instanceof CSSStyleSheet?t:t.styleSheet', ');else for', 't.styleSheet'],
        ['c=e?t=>t', 'export', 'c=t=>t;'],
      ],
      [ELEMENT]: [['const i=[];if(Array.isArray(s))', '}static _$Eu', 'return[s].flat(1/0)']],
    },
  },
  {
    leaves: 'controllers that go, mind updates, or lack one of their two hooks',
    unless: /removeController|hostUpdated?\b/,
    cuts: {
      [ELEMENT]: [
        ['(this._$EO??=new Set).add', '(t),void', 'this._$EO.push'],
        ['t.hostConnected?.()}remove', '_$E_(', 't.hostConnected()}'],
        ['this._$EO?.forEach(t=>t.hostConnected', '}enable', 'this._$EO.forEach(t=>t.hostConnected())'],
        ['this._$EO?.forEach(t=>t.hostDisconnected', '}attribute', 'this._$EO.forEach(t=>t.hostDisconnected())'],
        [',this._$EO?.forEach(t=>t.hostUpdate?', ',this.update(s)'],
        ['this._$EO?.forEach(t=>t.hostUpdated', 'this.hasUpdated||'],
        ['_$Ev(){', 'this._$ES=new', '_$Ev(){this._$EO=[],'],
      ],
    },
  },
  {
    leaves: 'ways into the middle of an update',
    unless: /\b(scheduleUpdate|performUpdate|shouldUpdate|getUpdateComplete|enableUpdating|createRenderRoot)\b/,
    cuts: {
      [ELEMENT]: [
        ['const t=this.scheduleUpdate', 'performUpdate(){', 'return this.performUpdate(),!this.isUpdatePending}'],
        ['if(!this.isUpdatePending)return;', 'if(!this.hasUpdated'],
        ['this.renderRoot??=this.createRenderRoot(),this._$Ep', '){for', 'this._$Ep'],
        [
          'let t=!1;const s=this._$AL',
          '}willUpdate',
          'const s=this._$AL;try{this.willUpdate(s),this.update(s)}catch(t){throw this._$EM(),t}this._$AE(s)',
        ],
        ['this.getUpdateComplete()', 'update(t)', 'this._$ES}'],
        ['enableUpdating(t){}', 'disconnected'],
      ],
    },
  },
  {
    leaves: 'SVG and MathML templates, and compiled ones',
    unless: /\b(svg|mathml)`/,
    cuts: {
      [HTML]: [
        ['w=x(2)', 'E=Symbol'],
        ['T as mathml,', 'E as'],
        [',w as svg', '}'],
        ['2===i?"<svg>"', ',c=v', '""'],
        ['+(2===i?"</svg>"', '),e]'],
        ['if(this.el=S.createElement(f,e)', 'for(;null', 'this.el=S.createElement(f),P.currentNode=this.el.content;'],
        ['const{values:i,_$litType$:s}', ';if(this._$AH', 'const{values:i}=t,e=this._$AC(t)'],
      ],
    },
  },
  {
    leaves: 'what a template renders into comments and into the text of a textarea or script',
    unless: /<!--[^>]*\$\{|<(script|style|title)\b|<textarea[^>]*>(?!<\/textarea>)/,
    cuts: {
      [HTML]: [
        ['if(y.test(r.tagName))', '}else if(8'],
        ['if(r.data===n)', 'l++}}static', 'r.data===n&&d.push({type:2,index:l});'],
        ['y=/^(?:script', 'x=t=>'],
        ['(y.test(u[2])&&', ',c=p):void', '(0'],
        ['c=n??v', ',d=-1', 'c=v'],
      ],
    },
  },
];

const cut = (code, [from, to, instead = '']) => {
  const [before, after, ...more] = code.split(from);
  const at = after?.indexOf(to) ?? -1;
  if (at < 0 || more.length) throw new Error(`lit is not as expected at ${from}`);
  return before + instead + after.slice(at);
};

export const leanLit = () => ({
  name: 'lean-lit',
  transform(code, id) {
    if (!id.includes('node_modules')) {
      const bare = code.replace(/\/\*[^]*?\*\//g, '');
      const step = STEPS.find(({ unless }) => unless?.test(bare));
      if (step) throw new Error(`${id} needs what scripts/lean-lit.mjs leaves out: ${step.leaves}`);
      return null;
    }
    const cuts = STEPS.flatMap(step => step.cuts[id.split(/[\\/]/).pop()] ?? []);
    return cuts.length ? { code: cuts.reduce(cut, code), map: null } : null;
  },
});
