import { it } from 'vitest'
import sharp from 'sharp'
import { deflateSync, crc32 } from 'node:zlib'
import { checkPicture } from './check-picture'
import { encodePicture } from './encode-picture'
const chunk=(type:string,d:Buffer)=>{const b=Buffer.alloc(12+d.length);b.writeUInt32BE(d.length,0);b.write(type,4,'latin1');d.copy(b,8);b.writeUInt32BE(crc(b.subarray(4,8+d.length)),8+d.length);return b}
const T=Array.from({length:256},(_,n)=>{let c=n;for(let k=0;k<8;k++)c=c&1?(c>>>1)^0xedb88320:c>>>1;return c>>>0})
function crc(b:Buffer){let c=~0;for(const x of b)c=(c>>>8)^(T[(c^x)&255] as number);return ~c>>>0}
const t=async(l:string,b:Buffer)=>{let s=performance.now();let r:unknown;try{const f=await checkPicture(b);const m=performance.now()-s;s=performance.now();r=`check ${m.toFixed(0)}`;const e=await encodePicture(b,f);r+=` ok ${e.data.length}`}catch(e){r='ERR '+String(e)+' '+String((e as Error).cause)};console.log(l,b.length,(performance.now()-s).toFixed(0)+'ms',r)}
it('x',async()=>{
 const png=await sharp({create:{width:400,height:300,channels:3,background:'#123'}}).png().toBuffer()
 const jpg=await sharp({create:{width:400,height:300,channels:3,background:'#123'}}).jpeg().toBuffer()
 const webp=await sharp({create:{width:400,height:300,channels:3,background:'#123'}}).webp().toBuffer()
 const ins=(c:Buffer,n:number)=>Buffer.concat([png.subarray(0,33),...Array<Buffer>(n).fill(c),png.subarray(33)])
 await t('tEXt 49k',ins(chunk('tEXt',Buffer.from('k\0v')),49000))
 await t('zTXt 49k 1k',ins(chunk('zTXt',Buffer.concat([Buffer.from('a\0\0'),deflateSync(Buffer.alloc(900000))])),49000))
 await t('iTXt 49k',ins(chunk('iTXt',Buffer.concat([Buffer.from('a\0\x01\0\0\0'),deflateSync(Buffer.alloc(900000))])),49000))
 await t('unknown 49k',ins(chunk('abCd',Buffer.from('k\0v')),49000))
 await t('sPLT 49k',ins(chunk('sPLT',Buffer.concat([Buffer.from('k\0'),Buffer.alloc(1+600,8)])),49000))
 await t('empty IDAT 49k',Buffer.concat([png.subarray(0,33),...Array<Buffer>(49000).fill(chunk('IDAT',Buffer.alloc(0))),png.subarray(33)]))
 const app=(n:number,l:number,m=0xe5)=>Buffer.concat([jpg.subarray(0,2),...Array<Buffer>(n).fill(Buffer.concat([Buffer.from([0xff,m,(l+2)>>8,(l+2)&255]),Buffer.alloc(l)])),jpg.subarray(2)])
 await t('jpeg 5M app0',app(5000000,0))
 await t('jpeg 800 app64k',app(800,60000))
 await t('jpeg 800 app1 exif',app(800,60000,0xe1))
 await t('jpeg 5M com',app(5000000,0,0xfe))
 await t('jpeg ff fill',Buffer.concat([jpg.subarray(0,2),Buffer.alloc(50e6,0xff),jpg.subarray(2)]))
 await t('jpeg dqt',app(400000,0,0xdb))
 const sos=jpg.length-2
 await t('jpeg ff00 tail',Buffer.concat([jpg.subarray(0,sos),Buffer.alloc(50e6,Buffer.from([0xff,0])),jpg.subarray(sos)]))
 await t('jpeg zeros tail',Buffer.concat([jpg.subarray(0,sos),Buffer.alloc(50e6),jpg.subarray(sos)]))
 await t('jpeg trailing',Buffer.concat([jpg,Buffer.alloc(50e6,0xff)]))
 const wch=(n:number)=>{const body=Buffer.concat([webp.subarray(8),...Array<Buffer>(n).fill(Buffer.from('ABCD\0\0\0\0'))]);const h=Buffer.alloc(8);h.write('RIFF');h.writeUInt32LE(body.length,4);return Buffer.concat([h,body])}
 await t('webp 49k',wch(49000)); await t('webp 4M',wch(4000000))
 const u24=(x:number)=>Buffer.from([x&255,(x>>8)&255,x>>16])
 const ch=(t:string,d:Buffer)=>{const h=Buffer.alloc(8);h.write(t,0,'latin1');h.writeUInt32LE(d.length,4);return Buffer.concat([h,d,Buffer.alloc(d.length&1)])}
 const vx=(flags:number,n:number,W=400,H=300)=>{const body=Buffer.concat([Buffer.from('WEBP'),ch('VP8X',Buffer.concat([Buffer.from([flags,0,0,0]),u24(W-1),u24(H-1)])),webp.subarray(12),...Array<Buffer>(n).fill(Buffer.from('ABCD\0\0\0\0'))]);const h=Buffer.alloc(8);h.write('RIFF');h.writeUInt32LE(body.length,4);return Buffer.concat([h,body])}
 await t('webp vp8x 49k',vx(0,49000)); await t('webp vp8x lie',vx(0,0,16000,16000)); await t('webp vp8x lie small',vx(0,0,300,300))
 const noiseBig=await sharp({create:{width:7000,height:7000,channels:3,background:'#123'}}).png().toBuffer()
 await t('49MP png',noiseBig)
 await t('49MP alpha png',await sharp({create:{width:7000,height:7000,channels:4,background:'#1238'}}).png().toBuffer())
 await t('49MP webp lossless',await sharp({create:{width:7000,height:7000,channels:4,background:'#1238'}}).webp({lossless:true,effort:0}).toBuffer())
 await t('49MP jpeg o6',await sharp({create:{width:7000,height:7000,channels:3,background:'#123'}}).withMetadata({orientation:6}).jpeg().toBuffer())
 await t('49MP prog',await sharp({create:{width:7000,height:7000,channels:3,background:'#123'}}).jpeg({progressive:true}).toBuffer())
 await t('49MP interlaced',await sharp({create:{width:7000,height:7000,channels:4,background:'#1238'}}).png({progressive:true}).toBuffer())
},600000)
