/**
 * Breaks a copy of the code in one line at a time, runs the tests of the send path on it, and says which breaks no test notices.
 * `npm run test:mutants`, with `ONLY=3,7` for some of them. The copy is in the system's folder for temporary files.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEND = 'src/elements/bridge/send.ts';
const DELIVERY = 'src/elements/bridge/delivery.ts';
const SENDS = 'src/elements/bridge/sends.ts';
const PAGE_SENDS = 'src/elements/bridge/page-sends.ts';
const CONNECTION = 'src/elements/bridge/connection.ts';
const ADDRESSEE = 'src/elements/bridge/addressee.ts';
const TO_FOUND = 'src/elements/bridge/to-found.ts';
const BRIDGE = 'src/elements/bridge/kf-bridge.ts';
const VIEW = 'src/elements/shared/sends/bridge-view.ts';
const CONTROLLER = 'src/elements/shared/sends/send-controller.ts';
const PRESS = 'src/elements/shared/sends/press.ts';
const STAYS = 'src/elements/shared/sends/stays.ts';
const STATE = 'src/elements/shared/sends/send-state.ts';
const REPLY = 'src/hosts/reply.ts';
const COMPOSER = 'src/elements/menu-composer/kf-menu-composer.ts';
const COMPOSER_STATE = 'src/elements/menu-composer/state/composer-state.ts';
const TEXTS = 'src/elements/menu-composer/drafts/customer-texts.ts';
const DRAFT_SLOT = 'src/elements/menu-composer/drafts/draft-store.ts';
const DRAFT_SENDS = 'src/elements/menu-composer/drafts/draft-sends.ts';
const MENU_SENDS = 'src/elements/menu-composer/sends.ts';
const FOOT = 'src/elements/menu-composer/foot/foot.ts';
const CARD = 'src/elements/product-card/kf-product-card.ts';
const LIST_CONTROLS = 'src/elements/product-list/list-controls.ts';
const GUARD = 'src/elements/menu-composer/foot/press-guard.ts';
const PAGE_MENUS = 'src/elements/menu-composer/drafts/page-menus.ts';
const NEWS = 'src/elements/menu-composer/foot/late-news.ts';
const LIKENESS = 'src/elements/menu-composer/drafts/likeness.ts';
const ECHOES = 'src/elements/menu-composer/drafts/echoes.ts';
const OWN_UNDO = 'src/elements/menu-composer/view/own-undo.ts';
const DRAFTS = 'src/elements/menu-composer/drafts/drafts.ts';
const SENT_LOG = 'src/elements/shared/sends/sent-log.ts';
const OUTCOME = 'src/events/outcome.ts';
const STRIP = 'src/elements/product-list/strip.ts';
const OWN_RECORD = 'src/elements/shared/sends/own-record.ts';
const CONTENT = 'src/events/content.ts';
const LIST_SENDS = 'src/elements/product-list/list-sends.ts';

/** A file, a text in it that is there once, and what stands there instead. */
const MUTANTS = [
  [DELIVERY, 'if (this.send.addressee !== addressee.current) throw', 'if (false) throw'],
  [DELIVERY, 'await this.checkCustomer(host);', ''],
  [DELIVERY, 'if (isMeant ? found !== meant : others.includes(found)) throw', 'if (false) throw'],
  [DELIVERY, ' : others.includes(found)) throw', ' : false) throw'],
  [DELIVERY, ' || isKnown(this.send.addressee);', ';'],
  [DELIVERY, 'if (bridge.connection.context === context && isPending(send)) return', 'if (isPending(send)) return'],
  [
    DELIVERY,
    'if (bridge.connection.context === context && isPending(send)) return',
    'if (bridge.connection.context === context) return',
  ],
  [DELIVERY, 'turn.then(() => Promise.race([delivered, endedUncalled]))', 'Promise.race([delivered, endedUncalled])'],
  [DELIVERY, '    await turn;', ''],
  [DELIVERY, 'if (this.isRehearsal || bridge.settings.dryRun) {', 'if (false) {'],
  [DELIVERY, 'if (arrival) return', 'if (false) return'],
  [SEND, 'for (const asker of this.askers) reportLate(asker, this.handed, { addressee, receipt, error });', ';'],
  [SEND, 'this.askers.add(asker);', ''],
  [SEND, "if (isFirst || phase !== 'unknown') {", 'if (isFirst) {'],
  [SEND, "if (isFirst || phase !== 'unknown') {", 'if (true) {'],
  [SEND, '      this.isAcknowledged = this.isConfirmed = false;', ''],
  [
    DELIVERY,
    "throw new KfError('no-answer', 'the channel failed after the call', { outcome: 'unknown', cause });",
    "throw new KfError('no-answer', 'the channel failed after the call', { cause });",
  ],
  [DELIVERY, "{ outcome: 'unknown', details: { seconds } }", '{ details: { seconds } }'],
  [
    DELIVERY,
    "new KfError('aborted', 'after the native call', { outcome: 'unknown' })",
    "new KfError('aborted', 'after the native call')",
  ],
  [DELIVERY, 'if (answer === false) throw', 'if (false) throw'],
  [DELIVERY, 'if (signal.aborted) onAbort();', ''],
  [SEND, '    this.shownTo = current;', ''],
  [SEND, 'if (isFirst) this.addressee = addressee;', ''],
  [SENDS, '    if (!open) {', '    if (true) {'],
  [SENDS, ' && !this.deliveries.get(send)?.isCancelled', ''],
  [SENDS, 'for (const send of answered) send.isAcknowledged = true;', ''],
  [PAGE_SENDS, '(isInDoubt(send) && !send.isSettled)', 'isInDoubt(send)'],
  [PAGE_SENDS, 'isPending(send) || (isInDoubt', 'false || (isInDoubt'],
  [PAGE_SENDS, 'isPending(send) || (isInDoubt(send) && !send.isSettled)', 'isPending(send)'],
  [PAGE_SENDS, 'other => other !== send && !isPending(other)', 'other => other !== send'],
  [SENDS, 'dispatched.catch(() => pageSends.remove(send));', ''],
  [SENDS, 'for (const doubt of answered) doubt.isAcknowledged = false;', ''],
  [
    PAGE_SENDS,
    'for (const sends of [ended.filter(isOpen), ended.filter(send => !isOpen(send))]) {',
    'for (const sends of [ended]) {',
  ],
  [PAGE_SENDS, 'answersFor(other, send))) send.isSettled = true;', 'answersFor(other, send))) void 0;'],
  [SENDS, 'send.addressee === addressee && !send.isAcknowledged', '!send.isAcknowledged'],
  [SENDS, 'return arrived ?? shown.filter(isOpen).pop() ?? newest;', 'return arrived ?? newest;'],
  [SENDS, 'return arrived ?? shown', 'return shown'],
  [SENDS, '(isOpen(send) || isNews(send))', 'true'],
  [SENDS, '({ shownTo }) => shownTo === current', '() => true'],
  [PAGE_SENDS, 'if (oldest && sends.length > MAX_ENDED) this.forget(oldest);', ''],
  [SENDS, '    this.turn = delivery.isOver;', ''],
  [CONNECTION, 'this.addressee.update(customerId);', ''],
  [CONNECTION, 'if (attempt !== this.attempt) return;', ''],
  [SENDS, 'for (const delivery of this.deliveries.values()) delivery.stop();', ''],
  [
    CONNECTION,
    'this.deadline = performance.now() + this.settings.timeout;',
    'this.deadline = Date.now() + this.settings.timeout;',
  ],
  [ADDRESSEE, 'else if (!isFirst) this.current = `none:${++strangers}`;', ''],
  [ADDRESSEE, 'if (isFirst) this.onFirst((this.first = this.current));', ''],
  [ADDRESSEE, 'lately.copy()', 'new Stays()'],
  [STAYS, '(seen?.who === last?.who ? seen : last)', 'last'],
  [STAYS, '(seen?.who === last?.who ? seen : last)', 'seen'],
  [STAYS, 'this.list = [{ who, since: now }, ...list.slice(0, settled + 1)];', 'this.list = [{ who, since: now }];'],
  [BRIDGE, 'if (request.defaultPrevented) throw', 'if (false) throw'],
  [BRIDGE, 'request.response || answered.has(event) || !this.isConnected', '!this.isConnected'],
  [VIEW, '    this.addressee = status.addressee;', ''],
  [VIEW, 'this.unsubscribe?.();', ''],
  [CONTROLLER, 'if (same) return same.response;', ''],
  [
    CONTROLLER,
    "{ addressee, repeats: record });\n    else if (action === 'send-to-found')",
    "{ addressee });\n    else if (action === 'send-to-found')",
  ],
  [CONTROLLER, '{ addressee: found, repeats: record }', '{ repeats: record }'],
  [
    CONTROLLER,
    'return void this.send({ message, issues }, { addressee });',
    'return void this.send({ message, issues });',
  ],
  [CONTROLLER, "if (own.error?.code === 'bridge-absent') return false;", ''],
  [CONTROLLER, 'reportOutcome(this.element, event.detail, request.response, this.last);', ''],
  [STATE, 'if (isInDoubt(record)) return questionState(error, situation);', ''],
  [STATE, 'if (bridge.status?.error || found === null) return', 'if (bridge.status?.error) return'],
  [REPLY, "(fail)?cancel(l?ed)?$/, 'cancelled']", "(fail)?cancel(l?ed)?$/, 'yes']"],
  [REPLY, "{ ...options, outcome: 'unknown' }", 'options'],
  [TEXTS, 'state.switchTo(back.written, steps.get(id));', ''],
  [MENU_SENDS, 'return this.changes !== this.shownChanges ? shown :', 'return'],
  [MENU_SENDS, '{ ...current, addressee: shown.addressee }', 'current'],
  [
    MENU_SENDS,
    'if (this.bridge.status && exactContentOf(last.message) === exactContentOf(this.options.outgoing().message))',
    'if (false)',
  ],
  [FOOT, "if (meant) return sends.perform('send', meant);", ''],
  [FOOT, 'isReadOnly || sends.isHasty || sends.isSending', 'isReadOnly || sends.isSending'],
  [CARD, 'meantNow(this.bridge, onScreen, this.shownBefore)', '{ ...onScreen, addressee: this.bridge.addressee }'],
  [CARD, 'onScreen, this.shownBefore)', 'onScreen)'],
  [LIST_SENDS, 'addressee + sentVersion()', 'addressee'],
  [LIST_SENDS, 'addressee + sentVersion()', 'sentVersion()'],
  [PAGE_SENDS, '    noteSent(send);', ''],
  [CONTROLLER, '      noteSent(changed);', ''],
  [SENT_LOG, 'if (before?.at) forgetSent(before.addressee, id, before.at);', ''],
  [SENT_LOG, 'if (before?.earlier) recordSent(before.addressee, id, before.earlier);', ''],
  [PAGE_SENDS, 'return send.bridge === bridge || concernsAll(send)', 'send.bridge === bridge'],
  [SEND, '(isCertain || this.isSettled)', 'true'],
  [SENDS, 'send.bridge === this.id || isKnown(send.addressee)', 'send.bridge === this.id'],
  [DELIVERY, 'if (event && bridge.mergeWithOther(send)) return;', ''],
  [PAGE_SENDS, 'if (other !== send) other.isAcknowledged = true;', ';'],
  [VIEW, 'if (!status.isConnected && this.host.isConnected) {', 'if (false) {'],
  [CONTROLLER, 'if (doubt && options.repeats !== doubt) {', 'if (false) {'],
  [BRIDGE, ' || !this.isConnected) return; // an inner', ') return; // an inner'],
  [SENDS, '(hasArrived(other) && news > askedStep)', 'false'],
  [SENDS, 'return isWithClient || ', 'return '],
  [SENDS, ' || (send.isHistory && !send.isOf(this.id))', ''],
  [SENDS, 'shown.some(isPending)', '!shown.length'],
  [PAGE_SENDS, '(arrival.isLate ? arrival.endedStep : arrival.handedOverStep) > handedOverStep', 'true'],
  [SEND, 'for (const twin of this.twins) twin.endLike(this);', ''],
  [SEND, '    this.prepare(handed);', ''],
  [SEND, 'if (this.original) return this.original.acknowledge();', ''],
  [SEND, 'if (this.original) this.original.confirm();', 'if (this.original) return;'],
  [SEND, ' || this.twins.includes(record as Send)', ''],
  [DELIVERY, 'Promise.race([delivered, endedUncalled])', 'delivered'],
  [DELIVERY, '!this.isDispatched && ', ''],
  [DELIVERY, "this.send.phase === 'waiting' && !this.isCancelled", "this.send.phase === 'waiting'"],
  [SENDS, 'if (isRepeat) return other.handedOverStep > askedStep && (isWithClient || hasArrived(other));', ''],
  [SENDS, " && !(send.phase === 'unknown' && send.isSettled)", ''],
  [SENDS, 'if (send.adopt(addressee)) pageSends.changed(send);', 'send.adopt(addressee);'],
  [SENDS, 'newest.handedOverStep || newest.askedStep', 'newest.handedOverStep || newest.endedStep'],
  [SENDS, 'isForFirst || other.isLate ? other.endedStep', 'isForFirst ? other.endedStep'],
  [PAGE_SENDS, "|| (isRepeat && phase === 'waiting')", ''],
  [SEND, '(isCertain || this.isSettled)', 'isCertain'],
  [SEND, 'copyOf(start.message);', 'start.message;'],
  [CONTROLLER, '      if (this.last !== last) record.acknowledge();\n', ''],
  [BRIDGE, '    next.listen();', ''],
  [TEXTS, 'slot?.draftKey ?? knownText(composer.draftKey)', 'knownText(composer.draftKey)'],
  [DRAFT_SENDS, '(slot ?? now) === now && ', ''],
  [DRAFT_SENDS, ' && contentOf(asked) === content', ''],
  [DRAFT_SENDS, 'send ?? (shown === undefined ? undefined : { menu: shown, slot: now, own: undefined })', 'send'],
  [SEND, '    original.isHistory = false;\n', ''],
  [SENDS, '!send.isOf(this.id)', 'send.bridge !== this.id'],
  [SEND, '    this.bridges.add(bridge);\n', ''],
  [CONTROLLER, ' || this.bridge.customerOf(record.addressee) !== addressee', ''],
  [CONTROLLER, 'ended.filter(other => !isInDoubt(other)).slice(MAX_OWN - 1)', 'ended.slice(MAX_OWN - 1)'],
  [PRESS, "(up.action === 'send' || down.onScreen?.record === up.onScreen?.record) &&", ''],
  [TEXTS, 'JSON.stringify([draftKey, this.composer.bridge.hashOf(addressee) || addressee])', 'addressee'],
  [DRAFT_SLOT, 'this.draftKey === draftKey && this.key === key', 'this.key === key'],
  [LIST_CONTROLS, 'if (!isKey && pressed && !isSamePress', 'if (false && !isSamePress'],
  [SENDS, 'if (isReadBy(send, current)) send', 'if (false) send'],
  [SENDS, 'this.deliveries.delete(send); // from', '// from'],
  [DELIVERY, 'copyOf(message)); //', 'message); //'],
  [DELIVERY, 'if (!host) continue;', 'if (!host) throw bridgeRemoved();'],
  [BRIDGE, 'request.asker ?? event', 'event'],
  [TO_FOUND, 'if (!record.isAcknowledged) ask', 'ask'],
  [TO_FOUND, 'if (wishes.has(record)) return;', ''],
  [TO_FOUND, 'await new Promise(resolve => setTimeout(resolve));', ''],
  [TO_FOUND, 'if (newest && isFit(newest)) return newest;', ''],
  [TO_FOUND, '.catch(() => bridge);', ';'],
  [SENDS, 'isWished(send) || ', ''],
  [CONTROLLER, 'if (!this.canGoOn(record.message)) return;', ''],
  [CONTROLLER, '!isOver(other)', 'false'],
  [CONTROLLER, 'isInDoubt(record) && isHere(record)', 'isInDoubt(record)'],
  [CONTROLLER, '.find(known => known && isInDoubt(known))', '[0]'],
  [CONTROLLER, '(element.isConnected ? element : bridge)', 'element'],
  [
    CONTROLLER,
    'if (this.isForNobody(addressee)) (status ?? waitedFor)?.turnAway(event);\n    else (element',
    '(element',
  ],
  [SENDS, 'send.showTo(current, isKnown(current) ? current : null);', ''],
  [SENDS, 'isKnown(current) ? current : null', 'current'],
  [SENDS, 'addressee === BEFORE ? shownTo !== current :', ''],
  [
    PAGE_SENDS,
    "send.phase === 'unknown' ? olderDoubts(send, this.sameAs(send)) : []",
    'olderDoubts(send, this.sameAs(send))',
  ],
  [MENU_SENDS, ' || last.isAcknowledged', ''],
  [ADDRESSEE, 'lately.who === NEVER_KNOWN ? -Infinity : now', '-Infinity'],
  [CONTROLLER, ' || (addressee === NEVER_KNOWN && this.waiting.length > 0)', ''],
  [CONTROLLER, '(status ?? waitedFor)', 'status'],
  [CONTROLLER, 'isReplacedBy(other.message, message)', 'false'],
  [CONTROLLER, "(record.phase === 'unknown' && other.subject === subject)", 'false'],
  [CONTROLLER, 'subjectOf(message) === subjectOf(record.message) ? message : record.message', 'record.message'],
  [PAGE_SENDS, '(send.exactContent === exact || isSentInAnyForm(send))', 'true'],
  [PAGE_SENDS, "isPending(send) ? send.isOrphan || productIdIn(send.message) !== '' : ", ''],
  [PAGE_SENDS, ": send.phase === 'unknown';", ': false;'],
  [BRIDGE, ' && this.isConnected && this.orphans.length) this.notify()', ') return'],
  [MENU_SENDS, '/^(msgmenu|text)$/.test(message.msgtype)', 'true'],
  [SENDS, 'send.isUntold || ', ''],
  [SENDS, ' && (send.found !== null || send.isRead)', ''],
  [SEND, "this.isOrphan && (this.isLate || phase === 'not-sent')", 'false'],
  [DRAFT_SENDS, 'menu ?? draftsIn(now).find(draft => contentOf(messageOf(draft)) === content)?.menu', 'menu'],
  [SEND, 'this.askers.size > 0 && [...this.askers].every(isGone)', 'false'],
  [SENDS, '!isAcknowledged && shownTo === current', '!isAcknowledged'],
  [CONTROLLER, ', tooLong]', ']'],
  [CONTROLLER, "kept.phase === 'not-sent' && !kept.isLate", "kept.phase === 'not-sent'"],
  [CONTROLLER, 'this.onLate(changed);', ''],
  [CONTROLLER, "if (action === 'dismiss') this.follow(record);", ''],
  [CONTROLLER, ' && !bridge.isSettling', ''],
  [CONTROLLER, 'status === bridge.status && ', ''],
  [CONTROLLER, 'addressee === BEFORE || (bridge.status', '(bridge.status'],
  [LIST_CONTROLS, ' && isSameQuestion(asked, this.questionOf(strip))', ''],
  [LIST_CONTROLS, 'meantNow(bridge, onScreen)', 'onScreen'],
  [PRESS, 'before) || { ...onScreen, addressee: BEFORE }', 'before) || onScreen'],
  [PRESS, 'changedAt === heardAt && before', 'before'],
  [GUARD, 'Math.max(this.acting.since, this.bridge.changedAt)', 'this.acting.since'],
  [FOOT, 'this.isOther(event.detail ? this.down : this.spaced, action)', 'false'],
  [FOOT, 'event.detail ? this.down : this.spaced', 'this.down'],
  [FOOT, ' || isSecondHalf(composer.renderRoot.host, press)', ''],
  [FOOT, '      parts.guard.renew(); // the second', '      // the second'],
  [FOOT, '(down.changes !== now.changes || isAnswer(action)) && ', ''],
  [PRESS, 'if (isOther && what && this.what) this.renew();', ''],
  [GUARD, 'if (isNews || (isAsking && record !== this.record)) this.acting.renew();', ''],
  [GUARD, 'this.isQuestion || isAnswer(action) ? READING', 'this.isQuestion ? READING'],
  [FOOT, 'sends.current.record,\n      !sends', 'sends.record,\n      !sends'],
  [FOOT, 'buttons.every(({ action }) => isAnswer(action))', 'false'],
  [FOOT, "'text' && guard.isTooEarlyFor('send')", "'text' && false"],
  [FOOT, 'if (BY_USER.includes(change)) this.news.drop();', ''],
  [NEWS, 'bridge.customerOf(addressee) === bridge.addressee', 'true'],
  [NEWS, 'known.find(record => !isOut(record)) ??', ''],
  [NEWS, '.recordOf(record.message) === record);', '.recordOf(record.message) !== null);'],
  [NEWS, 'now - since >= READING', 'true'],
  [FOOT, ' || isAnswer(action)) && !isSamePress', ') && !isSamePress'],
  [MENU_SENDS, ' || isHasty(this.controller.lastHere, message)', ''],
  [MENU_SENDS, '(last.found ?? addressee) === addressee', 'true'],
  [CARD, "if (action === 'send' && isHasty(this.sends.lastHere, onScreen.message)) return;", ''],
  [CARD, "if (action === 'send' && isSecondHalf(this, event, contentOf(onScreen.message))) return;", ''],
  [CONTROLLER, 'last && bridge.customerOf(last.addressee) === bridge.addressee ? last : null', 'last'],
  [CARD, 'this.acting.isNew', 'false'],
  [CARD, "this.acting.show(action ?? '') || asked", "(this.acting.show(action ?? ''), false) || asked"],
  [CARD, 'detail ? pressed : spaced', 'pressed'],
  [PRESS, '!record || !isOut(record)', "record?.phase !== 'sent'"],
  [PRESS, '(isOther ? SETTLING : DOUBLE_PRESS)', 'DOUBLE_PRESS'],
  [PRESS, '(isOther ? SETTLING : DOUBLE_PRESS)', 'SETTLING'],
  [LIST_CONTROLS, "if (action === 'send' && isHasty(last, onScreen.message)) return;", ''],
  [LIST_CONTROLS, 'isKey ? this.sends.controller.lastHere : onScreen.record', 'onScreen.record'],
  [MENU_SENDS, 'record.isLate && this.controller.hasAsked(record)', 'false'],
  [DELIVERY, 'if (performance.now() > deadline) throw', 'if (false) throw'],
  [CONNECTION, 'if (found && attempt === this.attempt) this.use(context, found);', ''],
  [BRIDGE, '      noteRequest(request);', ''],
  [DELIVERY, 'if (!isChecked) await', 'await'],
  [TEXTS, "composer.bridge.customerOf(addressee) === composer.bridge.addressee ? 'here'", "true ? 'here'"],
  [CONTROLLER, 'return isSettled ? undefined : doubt;', 'return doubt;'],
  [VIEW, 'addressee === NEVER_KNOWN ? this.first : undefined', 'undefined'],
  [VIEW, 'Math.max(this.heardAt, status.changedAt ?? -Infinity)', 'status.changedAt ?? -Infinity'],
  [VIEW, 'this.options.onLeave?.();', ';'],
  [LIKENESS, 'written[form] === given[form] && begun[form] !== given[form]', 'false'],
  [LIKENESS, ' && begun[form] !== given[form]', ''],
  [LIKENESS, "['exact', 'words'] as const", "['exact'] as const"],
  [LIKENESS, "['exact', 'words'] as const", "['words'] as const"],
  [ECHOES, '[written, replaced, ...this.heard]', '[written, replaced]'],
  [ECHOES, '[written, replaced, ...this.heard]', '[written, ...this.heard]'],
  [ECHOES, 'if (this.composer.renderRoot.contains(target)) this.hear(true);', 'this.hear(true);'],
  [ECHOES, "this.hear(change !== 'undone')", 'this.hear(true)'],
  [ECHOES, '!this.isAnswering && ', ''],
  [LIKENESS, 'return isMadeOf ?', 'return false ?'],
  [ECHOES, "return 'outdated';", "return 'akin';"],
  [ECHOES, '[...this.heard, state.replaced].some', '[...this.heard].some'],
  [ECHOES, 'this.isHeard || (this.isAtWork', '(this.isAtWork'],
  [ECHOES, 'now - text.leftAt < FORGOTTEN || ', ''],
  [ECHOES, '!this.hasGiven && leftAt === last', 'false'],
  [ECHOES, 'text.owner !== undefined && text.owner !== owner', 'text.owner !== undefined'],
  [ECHOES, 'if (this.isOut(given)) return', 'if (false) return'],
  [ECHOES, "(this.isByHand ? 'alike' : 'theirs')", "'theirs'"],
  [ECHOES, 'if (this.isAtWork && this.isMadeHere(given, kind)) return undefined;', ''],
  [ECHOES, 'if (this.isAtWork && this.isMadeHere(given, kind))', 'if (this.isMadeHere(given, kind))'],
  [ECHOES, "if (gone.some(({ draft }) => isTheirs(given, draft))) return 'theirs';", ''],
  [ECHOES, "gone.some(isAlike) ? 'alike' : undefined", 'undefined'],
  [ECHOES, 'this.isByHand ? isHidden : isMasked;', 'isMasked;'],
  [ECHOES, 'if (asked) return', 'if (false) return'],
  [ECHOES, 'if (same.some(text => text.owner === owner)) return [];', ''],
  [ECHOES, ' && !isChosen(text)', ''],
  [ECHOES, ' || this.owned.has(exactOf(given))) return undefined', ') return undefined'],
  [PAGE_MENUS, 'echoes.quietly(() => state.replace({}));', 'state.replace({});'],
  [PAGE_MENUS, 'state.giveLater(before); // for the next customer', ''],
  [PAGE_MENUS, 'echoes.quietly(() => state.replace(before));', 'state.replace(before);'],
  [PAGE_MENUS, "echoes.keep(menu, 'theirs');", ''],
  [PAGE_MENUS, "composer.edit(fromMenu(menu), 'head_content');", 'state.replace(menu);'],
  [PAGE_MENUS, "why === 'alike' && composer.isReadOnly", 'false'],
  [ECHOES, ' && (!like || likeness(given, text) > like)', ''],
  [ECHOES, 'if (isOther) this.gone', 'if (false) this.gone'],
  [ECHOES, 'return this.isByHand ? isHidden(given, draft) : isNear(given, draft);', 'return isNear(given, draft);'],
  [ECHOES, 'return this.isByHand ? isHidden(given, draft) : isNear(given, draft);', 'return isHidden(given, draft);'],
  [ECHOES, 'isOwn && !isShortcut(event)', 'isOwn'],
  [ECHOES, 'if (document.activeElement instanceof HTMLIFrameElement)', 'if (false)'],
  [ECHOES, '(this.isAtWork && !this.isByHand && hasAdded(given, state))', 'false'],
  [LIKENESS, 'hasKept(menu, text) || ', ''],
  [LIKENESS, ' && other.length <= changed.length + SIGNATURE', ''],
  [LIKENESS, ' && !MARK.test(pair)', ''],
  [LIKENESS, 'again >= added.length * ENOUGH || ', ''],
  [LIKENESS, ' || again >= news.length * NEARLY_ALL', ''],
  [ECHOES, 'shareIn(draft, given) >= MOSTLY', 'true'],
  [PAGE_MENUS, 'owner !== undefined && !parts.templates.has(menu)', 'owner !== undefined'],
  [PAGE_MENUS, '&& !(isOfUser && enterChat === state.enterChat)', ''],
  [TEXTS, '!isNamed && !this.isOut && ', '!isNamed && '],
  [PAGE_MENUS, 'if (!sends.record) return false;', 'return false;'],
  [PAGE_MENUS, "texts.reporting !== 'here' && echoes.isTouchUp(menu)", 'false'],
  [PAGE_MENUS, '!sends.hasFailed && ', ''],
  [PAGE_MENUS, '(isAtWork || !sends.isOutWithOtherIds(menu))', 'true'],
  [MENU_SENDS, 'if (earlierDoubt) this.controller.adopt(earlierDoubt);', ''],
  [MENU_SENDS, 'if (isAgain && (isOfUser || isHasty(last, last.message)))', 'if (false)'],
  [PAGE_MENUS, "texts.reporting !== 'here' && ", ''],
  [PAGE_MENUS, "like === 'akin' && parts.drafts.isAtOtherKey", 'false'],
  [PAGE_MENUS, 'if (aside.isOfUser)', 'if (false)'],
  [PAGE_MENUS, 'state.replace(aside.menu);', ''],
  [PAGE_MENUS, 'if (aside.enterChat !== undefined) state', 'if (false) state'],
  [PAGE_MENUS, "if (this.parts.texts.reporting === 'elsewhere')", 'if (false)'],
  [COMPOSER, '!(isByPage && this.sends.hasFailed)', 'true'],
  [
    PAGE_MENUS,
    "if (!state.written || texts.reporting !== 'elsewhere' || echoes.isByHand) return false;",
    'return false;',
  ],
  [LIST_CONTROLS, "if (action === 'send' && !isKey && this.isSecondTap) return;", ''],
  [LIST_CONTROLS, 'if (!isHeld) this.askByItself', 'this.askByItself'],
  [LIST_CONTROLS, 'if (!isHeld) this.takeBack', 'this.takeBack'],
  [LIST_CONTROLS, 'if (!isHeld) this.tellNews', 'this.tellNews'],
  [LIST_CONTROLS, 'if (controller.recordOf(message) !== record) continue;', ''],
  [LIST_CONTROLS, '(isKey || !this.hasJustMoved)', 'true'],
  [LIST_CONTROLS, 'if (!isKey && this.hasJustMoved) return;', ''],
  [SENDS, 'return isOver(send, current) || found === current || isUnread;', 'return false;'],
  [SENDS, 'isOver(send, current) || found === current || isUnread', 'found === current'],
  [SENDS, ' && shownTo === addressee;', ';'],
  [SENDS, 'isRead(send) && isHere(send)', 'isRead(send)'],
  [OWN_UNDO, "if (change === 'switched') this.begin(this.text);", ''],
  [TEXTS, 'if (!isNamed && !this.isOut && isSomething(text)) this.nobodys', 'if (false) this.nobodys'],
  [TEXTS, '!isNamed && !this.isOut && isSomething(text)', '!this.isOut && isSomething(text)'],
  [TEXTS, 'this.nobodys = nobodys.slice(0, -1);', ''],
  [COMPOSER_STATE, "if (!isSame) this.history.record(this.draft, '');", ''],
  [COMPOSER_STATE, "if (!isSame) this.history.record(this.draft, '');", "this.history.record(this.draft, '');"],
  [OUTCOME, "if (record && typeof message === 'object' && message)", 'if (false)'],
  [DRAFTS, 'if (!isComposing) this.timer ||=', 'this.timer ||='],
  [DRAFTS, 'if (isComposing && this.timer) this.save();', ''],
  [STRIP, 'event.currentTarget.isConnected && ', ''],
  [STRIP, 'event.detail < 2 && ', ''],
  [DRAFT_SENDS, 'slot === now ? menu : undefined', 'menu'],
  [PAGE_MENUS, 'this.isOfOthers(given) ? {} : given', 'given'],
  [FOOT, '(!disabled && isAnswer(action))', 'false'],
  [FOOT, '(!disabled && isAnswer(action))', 'isAnswer(action)'],
  [DRAFTS, 'if (key === null) this.restored = undefined;', ''],
  [DELIVERY, 'this.isRehearsal || ', ''],
  [PAGE_SENDS, "send.isOrphan || productIdIn(send.message) !== ''", 'send.isOrphan'],
  [CONTENT, 'JSON.stringify([shopAppId, productId])', 'exact'],
  [OWN_RECORD, "if (refusal && refusal.code !== 'no-answer') return refusal;", ''],
  [OWN_RECORD, "answer === false || typeof answer === 'function' || ", ''],
  [OWN_RECORD, ' || success === false', ''],
  [CONTROLLER, 'event.defaultPrevented && !isAnsweredByPage', 'event.defaultPrevented'],
  [CONTROLLER, 'if (this.canGoOn(message)) void', 'void'],
  [CONTROLLER, 'subjectOf(message) === subjectOf(record.message)', 'message === record.message'],
  [SENDS, 'return isElsewhere ? last : null;', 'return null;'],
  [SENDS, 'last.isOf(this.id) ? last.addressee !== current : !isInChat(last.addressee)', '!isInChat(last.addressee)'],
  [SENDS, ' : !isInChat(last.addressee);', ' : true;'],
  [SENDS, 'if (addressee.isNewToPage) return addressee.former;', ''],
  [SENDS, ' && !pageSends.isTellingOf(addressee.current)', ''],
  [SENDS, 'lastEnded?.error ? null : lastEnded', 'lastEnded'],
  [SENDS, 'lastEnded?.error ? null : lastEnded', 'null'],
  [SENDS, 'endedElsewhere && hasJustEnded(endedElsewhere) ? endedElsewhere.addressee : current', 'current'],
  [SENDS, 'isOpen(other) || (hasArrived(other) && other.endedStep > send.askedStep)', 'isOpen(other)'],
  [SENDS, 'if (send.addressee === NEVER_KNOWN) return [];', ''],
  [PAGE_SENDS, ' && send.addressee !== BEFORE) {', ') {'],
  [ADDRESSEE, 'return lately.who;', 'return this.current;'],
  [ADDRESSEE, ' && !isSought', ''],
  [ADDRESSEE, ' && !this.isBeingTold', ''],
  [ADDRESSEE, 'inPage.size > 0 || now - leftAt < FOLLOWED', 'true'],
  [ADDRESSEE, 'inPage.size > 0 || now - leftAt < FOLLOWED', 'false'],
  [ADDRESSEE, 'this.stays?.sinceSeen', 'this.stays?.since'],
  [ADDRESSEE, 'if (inPage.delete(this)) leftAt', 'leftAt'],
  [ADDRESSEE, 'telling.isOn && current === this.current', 'telling.isOn'],
  [DELIVERY, 'if (isMeant) throw this.customerChanged(null, cause);', 'throw this.customerChanged(null, cause);'],
  [STAYS, '(this.timer = setTimeout(() => (this.timer = null)))', '(this.timer = null)'],
  [STAYS, 'if (this.timer !== null) clearTimeout(this.timer);', ''],
  [VIEW, 'this.answeredElsewhere = this.isOfOther(record) ? record : null;', ''],
  [VIEW, 'record && this.isOfOther(record) && ', 'record && '],
  [SENDS, ' || (isBeingTold && last === this.heardBefore)', ''],
  [SENDS, 'isBeingTold && last === this.heardBefore', 'isBeingTold'],
  [VIEW, ' && hasJustEnded(record),', ','],
  [VIEW, 'isNewToPage || this.isTellingElsewhere', 'this.isTellingElsewhere'],
  [VIEW, 'status?.addressee === addressee && addressee !== NEVER_KNOWN && ', ''],
  [VIEW, 'isNewToPage || this.isTellingElsewhere', 'isNewToPage'],
  [PRESS, '(before.element !== element || before.content !== content) &&', ''],
  [PRESS, ' || before.content !== content', ''],
  [PRESS, '    before.hasPlace === now.hasPlace &&\n', ''],
  [PRESS, '    now.at - before.at < SETTLING &&\n', ''],
  [PRESS, '!before.element.getClientRects().length', 'true'],
  [PRESS, 'before.element === element || !before', '!before'],
  [PRESS, 'detail > 0 && (x > 0 || y > 0)', 'detail > 0'],
  [PRESS, 'Math.hypot(x - before.x, y - before.y) < NEAR', 'true'],
  [LIST_CONTROLS, "if (action === 'send' && isSecondHalf(this.host, event)) return;", ''],
  [TEXTS, "this.told ?? (this.composer.bridge.isTellingElsewhere ? 'elsewhere' : undefined)", 'this.told'],
  [
    TEXTS,
    "this.told ?? (this.composer.bridge.isTellingElsewhere ? 'elsewhere' : undefined)",
    "this.composer.bridge.isTellingElsewhere ? 'elsewhere' : this.told",
  ],
  [PAGE_MENUS, "verdict.echo === 'none' && !verdict.isShown;", 'true;'],
  [OWN_RECORD, "typeof answer === 'object' ? ", 'true ? '],
  [COMPOSER, 'reportOutcome(this, { message: this.message }, response);', ''],
  [COMPOSER, "(change === 'reset' && this.texts.reporting === 'here')", 'false'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
for (const file of listed.split('\n').filter(Boolean))
  cpSync(join(root, file), join(copy, file), { recursive: true, force: true, errorOnExist: false });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether these tests fail. */
const fails = files => {
  const env = { ...process.env, SOAK_RUNS: process.env.SOAK_RUNS ?? '1500' };
  const { status } = spawnSync('npx', ['wtr', '--concurrency', '1', '--files', ...files], { cwd: copy, env });
  return status !== 0;
};
const SOAK = ['test/soak/*.test.ts'];
const UNIT = [
  'test/elements/bridge/**/*.test.ts',
  'test/hosts/reply*.test.ts',
  'test/elements/product-{card,list}/{records,recent}.test.ts',
  'test/elements/product-list/{look,made-anew,open-questions,out-of-sight}.test.ts',
  'test/elements/product-card/{customers,answered-by-page}.test.ts',
  'test/elements/menu-composer/*/{customers,draft-{customers,doubts},earlier-doubt,late-news*,sending*,foot-after}.test.ts',
  'test/elements/menu-composer/*/{draft-storage,given-again,locked-meanwhile,misplaced-press,quick-reply,restored,undo-own}.test.ts',
  'test/elements/{customers,doubts,echoes,pages,presses,whose-text}/*.test.ts',
];

const only = process.env.ONLY?.split(',').map(Number);
const survivors = [];
for (const [index, [file, before, after]] of MUTANTS.entries()) {
  const number = index + 1;
  if (only && !only.includes(number)) continue;
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(before).length !== 2) {
    console.log(`${number} not there, or more than once: ${file}: ${before}`);
    survivors.push(number);
    continue;
  }
  writeFileSync(
    path,
    source.replace(before, () => after),
  );
  const by = fails(SOAK) ? 'the interleavings' : fails(UNIT) ? "the elements' tests" : '';
  writeFileSync(path, source);
  console.log(`${number} ${by ? `caught by ${by}` : 'SURVIVED'}: ${file}: ${before} → ${after}`);
  if (!by) survivors.push(number);
}
console.log(`${survivors.length} survived${survivors.length ? `: ${survivors.join(', ')}` : ''}`);
process.exitCode = survivors.length ? 1 : 0;
