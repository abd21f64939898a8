export interface Signature {
  timestamp: string;
  nonceStr: string;
  signature: string;
}

type Params = Record<string, unknown>;

/** The page's address as it is signed: without the hash. */
export const signedUrl = (): string => location.href.replace(/#.*$/, '');

/** What the SDKs add to a call to show which signature it relies on. */
const isSigning = (key: string): boolean => key === 'appId' || key.startsWith('verify');

export const withoutSignature = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).filter(([key]) => !isSigning(key)));

/** The signatures that were made here, each for one address, one moment and one nonce. */
export class Signatures {
  private readonly made = new Map<unknown, Signature & { url: string }>();

  sign(url: string): Signature {
    const nonceStr = `nonce${this.made.size}`;
    const signature = `signature-of-${nonceStr}`;
    const timestamp = String(Math.floor(Date.now() / 1000));
    this.made.set(signature, { timestamp, nonceStr, signature, url });
    return { timestamp, nonceStr, signature };
  }

  /** Whether the signature of `agentConfig` is right here. One that was made elsewhere can't be checked, and passes. */
  signs({ signature, nonceStr, timestamp }: Params): boolean {
    const made = this.made.get(signature);
    if (!made) return !!signature;
    return made.url === signedUrl() && made.nonceStr === nonceStr && made.timestamp === String(timestamp);
  }

  /** The same for the fields that the SDKs add to every call. */
  verifies({ verifySignature, verifyNonceStr, verifyTimestamp }: Params): boolean {
    return this.signs({ signature: verifySignature, nonceStr: verifyNonceStr, timestamp: verifyTimestamp });
  }
}
