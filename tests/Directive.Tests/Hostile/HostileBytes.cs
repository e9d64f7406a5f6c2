using System.Text;

namespace Directives.Tests.Hostile;

/// <summary>What no library would send: bytes as they are.</summary>
internal static class HostileBytes
{
    /// <summary>Each with what it is; the last line of each asks to close, so that the answer ends.</summary>
    public static IReadOnlyList<(string What, byte[] Bytes)> All { get; } =
    [
        Of("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
        Of("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
        Of("another's address", "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("length and chunks", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /office HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Of("two lengths", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde"),
        Of("negative length", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: -1\r\n\r\n"),
        Of("length too large to count", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 99999999999999999999\r\n\r\n"),
        Of("chunk of endless length", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\nx"),
        Of("chunks twice", "POST /leave HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
        Of("bare line feeds", "GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n"),
        Of("line break in a head", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\rX-Injected: yes\r\nConnection: close\r\n\r\n"),
        Of("folded head", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\nConnection: close\r\n\r\n"),
        Of("nul in a head", "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: \0\r\nConnection: close\r\n\r\n"),
        Of("blank before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\nConnection: close\r\n\r\n"),
        Of("no version", "GET /\r\n\r\n"),
        Of("another version", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"),
        Of("no text in the address", "GET /\u00ff\u00fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("nul in the address", "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("half an escape", "GET /%2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("overlong dots", "GET /%c0%ae%c0%ae/office HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("dots", "GET /l/../office HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("backslashes", "GET /l\\..\\office HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        Of("trace", "TRACE / HTTP/1.1\r\nHost: localhost\r\nCookie: session=x\r\nConnection: close\r\n\r\n"),
        Of("connect", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n"),
        Of("upgrade", "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"),
        Of("the second protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        Of("not a protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"),
        Of("many cookies", $"GET /office HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {string.Join("; ", Enumerable.Range(0, 900).Select(i => $"session=C{i}"))}\r\n\r\n"),
        Of("session in pieces", "GET /office HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session=chunks-2147483647; sessionC1=x\r\n\r\n"),
    ];

    private static (string, byte[]) Of(string what, string text) => (what, Encoding.Latin1.GetBytes(text));
}
