import { isFingerprint } from "../../fingerprint.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import { ipv6Key, isIpv4 } from "../text/ipAddress.ts";

/** What the names above a member say of it. */
export interface Surroundings {
  /** Below something that is for sale or made up of texts: a bare "name" there is no person's. */
  readonly isThing: boolean;
  /** Below an address: what stands there tells where someone lives. */
  readonly isAddress: boolean;
}

export const noSurroundings: Surroundings = { isThing: false, isAddress: false };

/** A name that is one of these, or ends with one of these as words of its own, suggests data of this kind. */
const endings: readonly (readonly [kind: MaskedKind, names: string])[] = [
  ["email", "email,e mail,email address,mail address,emails"],
  [
    "phone",
    "phone,phone number,telephone,telephone number,tel,mobile,mobile number,mobile phone,cell,cell phone,cellphone,msisdn,fax,whatsapp,phones",
  ],
  ["ip", "ip,ip address,ip addr,ipaddress,remote addr,client ip"],
  [
    "name",
    "first name,firstname,fname,given name,last name,lastname,lname,surname,family name,middle name,maiden name,full name,fullname,nick name,nickname,customer name,contact name,user name,recipient name,shipping name,billing name,sender name,person name,member name,buyer name,guest name,cardholder,cardholder name,recipient,addressee",
  ],
  [
    "address",
    "address,address 1,address 2,address 3,address line,address line 1,address line 2,address 1 line,street,street name,house number,city,town,zip,zip code,zipcode,postal code,postcode,post code,postal,company,company name,organization,organisation",
  ],
  ["birth", "birthday,birth day,birthdate,birth date,date of birth,dob,born"],
  ["coordinate", "latitude,longitude,lat,lng,lon"],
  ["card", "card number,credit card,cc number"],
  [
    "key",
    "password,passwd,pwd,passphrase,secret,clientsecret,secret key,private key,api key,apikey,access key,token,accesstoken,refreshtoken,session id,sessionid",
  ],
  [
    "id",
    "external id,anonymous id,customer id,user id,visitor id,subscriber id,contact id,person id,member id,exchange id,kx,username,login,device id,advertising id,idfa,gaid,ssn,social security number,passport,passport number,tax id,national id,iban,account number,driver license",
  ],
];

const kindOfEnding: ReadonlyMap<string, MaskedKind> = new Map(
  endings.flatMap(([kind, names]) => names.split(",").map((name) => [name, kind] as const)),
);
const mostWords = 4;

const things: ReadonlySet<string> = new Set(
  "item,items,product,products,line,lines,variant,variants,category,categories,collection,collections,discount,discounts,brand,sku,plan,campaign,list,lists,segment,store,shop,metric,event,tag,tags,coupon,file,files,page,method,status,error,errors".split(
    ",",
  ),
);
const addresses: ReadonlySet<string> = new Set(["address", "addresses", "addr"]);

/** What stays below an address: many share it. */
const shared: ReadonlySet<string> = new Set(
  "country,country code,region,state,province,province code,state code,currency,type,timezone,time zone,locale,language,default,is default".split(
    ",",
  ),
);

/** What a name says by itself. */
interface NameReading {
  readonly joined: string;
  readonly kind: MaskedKind | undefined;
  readonly isThing: boolean;
  readonly isAddress: boolean;
}

const longestName = 100;
/** The same few names come in every body; the bound is for bodies with names of their own. */
const mostReadings = 5000;
const readings = new Map<string, NameReading>();

function readName(name: string): NameReading {
  let reading = readings.get(name);
  if (!reading) {
    const words = wordsOf(name);
    reading = {
      joined: words.join(" "),
      kind: kindOfWords(words),
      isThing: words.some((word) => things.has(word)),
      isAddress: words.some((word) => addresses.has(word)),
    };
    if (readings.size >= mostReadings) readings.clear();
    readings.set(name, reading);
  }
  return reading;
}

/** "billingAddress1", "$billing_address_1" and "Billing address 1" are the same words. */
function wordsOf(name: string): string[] {
  const spaced = name.slice(0, longestName).replace(/([a-z\d])([A-Z])/g, "$1 $2");
  return spaced.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
}

function kindOfWords(words: readonly string[]): MaskedKind | undefined {
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const kind = kindOfEnding.get(words.slice(-count).join(" "));
    if (kind) return kind;
  }
  return undefined;
}

/** The kind of personal data that a member's name suggests; `null` says that it is none although what stands around it is personal. */
export function kindOfName(name: string, around: Surroundings): MaskedKind | null | undefined {
  const { kind, joined } = readName(name);
  if (kind) return kind;
  if (joined === "name" && !around.isThing) return "name";
  if (around.isAddress && shared.has(joined)) return null;
  return undefined;
}

/** What a member's name adds to what stands around the members below it. */
export function surroundingsBelow(name: string, around: Surroundings): Surroundings {
  const { isThing, isAddress } = readName(name);
  if ((around.isThing || !isThing) && (around.isAddress || !isAddress)) return around;
  return { isThing: around.isThing || isThing, isAddress: around.isAddress || isAddress };
}

/** Whether a value can be what its name suggests. Names suggest; a yes or no under "email" is none. */
export function fitsSuggestion(kind: MaskedKind, value: string): boolean {
  if (kind === "email") return value.includes("@");
  if (kind === "phone") return value.replace(/\D/g, "").length >= 5;
  if (kind === "key") return !isFingerprint(value);
  if (kind === "ip") return isIpv4(value) || ipv6Key(value) !== undefined;
  if (kind === "birth" || kind === "coordinate" || kind === "card") return /\d/.test(value);
  return true;
}
