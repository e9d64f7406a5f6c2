using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Hostile;

/// <summary>Makes requests to any endpoint: from a form that a page showed, or from nothing; then does something to it. The same seed makes the same.</summary>
internal sealed class HostileMaker(IReadOnlyList<RouteEndpoint> endpoints, IReadOnlyList<HostileForm> forms, IReadOnlyDictionary<string, string[]> known, PCG dice)
{
    private const string Json = """{"visits":[{"date":"2023-04-20","where":"Thôn 1"}],"whomMet":"Bí thư","livingConditions":"Ổn định","feedback":"x","amends":1}""";
    private static readonly string[] Methods = ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "POST", "GET", "get", "BREW"];
    private static readonly string[] Queries = ["lang", "done", "more", "q", "page", "find", "reader", "from", "to", "area", "part", "amend", "return", "returnUrl", "ReturnUrl", "next", "url", "redirect", "continue", "v"];

    public HostileRequest Next(HostilePerson by)
    {
        var endpoint = endpoints[Dice(endpoints.Count)];
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var method = Dice(20) == 0 ? Methods[Dice(Methods.Length)] : methods[Dice(methods.Count)];
        var path = PathOf(endpoint);
        var how = new List<string>();
        if (Dice(3) == 0) path += QueryOf();
        var heads = Dice(5) == 0 ? [HostileValues.Heads[Dice(HostileValues.Heads.Length)]] : Array.Empty<(string, string)>();
        var request = new HostileRequest(by, method, path) { Heads = heads };
        if (method is "GET" or "HEAD" or "get") return request with { How = "looks" };
        var shown = forms.Where(f => f.Action.Split('?')[0] == path.Split('?')[0]).ToList();
        return Bodied(request, shown.Count > 0 ? shown[Dice(shown.Count)] : forms[Dice(forms.Count)]);
    }

    /// <summary>A form that a page showed, with one thing wrong or none: sent by somebody who was shown it, or now and then by another.</summary>
    public HostileRequest OfForm(HostilePerson other)
    {
        var form = forms[Dice(forms.Count)];
        var by = Dice(5) == 0 ? other : form.ShownTo.ElementAt(Dice(form.ShownTo.Count));
        return Bodied(new HostileRequest(by, "POST", ""), form);
    }

    private HostileRequest Bodied(HostileRequest request, HostileForm form)
    {
        if (request.Path.Length == 0) request = request with { Path = form.Action };
        var fields = form.Fields.ToList();
        var token = Dice(12) switch { 0 => null, 1 => "", 2 => HostileValues.Corpus[Dice(HostileValues.Corpus.Length)], _ => request.By.Token };
        if (token is not null) fields.Add((HostileForms.TokenField, token));
        var at = fields.Count > 0 ? Dice(fields.Count) : 0;
        var kind = Dice(16);
        switch (kind)
        {
            case 0 or 1: break;
            case 2 when fields.Count > 0: fields.RemoveAt(at); break;
            case 3 when fields.Count > 0: fields.Add((fields[at].Name, Value())); break;
            case 4 when fields.Count > 0: fields.InsertRange(0, Enumerable.Repeat(fields[at], 600)); break;
            case 5: fields.Add(("x\u0000", Value())); break;
            case 6: fields.AddRange([("official", "office"), ("State", "filed"), ("role", "Administrator"), ("for", "m113"), ("seat", "113.monitor"), ("__proto__", "x")]); break;
            case 7: return Sent(request, "application/x-www-form-urlencoded", Encoded(fields, HostileValues.NoText[Dice(HostileValues.NoText.Length)]), "no UTF-8");
            case 8: return Sent(request, "multipart/form-data; boundary=x", Parts(fields, cut: Dice(2) == 0), "parts");
            case 9: return Sent(request, "application/json", Mangled(), "JSON");
            case 10: return Sent(request, "application/json", HostileValues.Deep(Dice(2) == 0 ? "[" : "{\"a\":", Dice(2) == 0 ? "]" : "}", 10_000), "deep");
            case 11: return Sent(request, Value().ReplaceLineEndings("").Replace("\0", "", StringComparison.Ordinal), Encoding.UTF8.GetBytes(Value()), "another type");
            case 12: return request with { How = "no body" };
            case 13: return Sent(request with { Path = request.Path + QueryOf(fields) }, "application/x-www-form-urlencoded", Encoded(fields), "query and body");
            default:
                for (var i = 0; i <= Dice(3) && fields.Count > 0; i++) fields[Dice(fields.Count)] = (fields[Dice(fields.Count)].Name, Value());
                break;
        }

        return Sent(request, "application/x-www-form-urlencoded", Encoded(fields), $"form {kind}");
    }

    private static HostileRequest Sent(HostileRequest request, string type, byte[] body, string how) => request with { ContentType = type, Body = body, How = how };

    private byte[] Mangled()
    {
        var json = Encoding.UTF8.GetBytes(Json);
        return Dice(7) switch
        {
            0 => json,
            1 => json[..Dice(json.Length)],
            2 => [.. json[..10], .. HostileValues.NoText[Dice(HostileValues.NoText.Length)], .. json[10..]],
            3 => Encoding.UTF8.GetBytes(Json.Replace("\"Bí thư\"", Raw(), StringComparison.Ordinal)),
            4 => Encoding.UTF8.GetBytes(Json.Replace("}]", "},{\"date\":" + Raw() + "}]", StringComparison.Ordinal)),
            5 => Encoding.UTF8.GetBytes(Json[..^1] + ",\"whomMet\":\"twice\",\"amends\":" + Raw() + "}"),
            _ => Encoding.UTF8.GetBytes(Json.Replace("Ổn định", new string('x', 300_000), StringComparison.Ordinal)),
        };

        string Raw() => Dice(2) == 0 ? System.Text.Json.JsonSerializer.Serialize(Value()) : HostileValues.Corpus[Dice(HostileValues.Corpus.Length)];
    }

    private static byte[] Encoded(IEnumerable<(string Name, string Value)> fields, byte[]? also = null)
    {
        var text = string.Join('&', fields.Select(f => $"{Escaped(f.Name)}={Escaped(f.Value)}"));
        var bytes = Encoding.ASCII.GetBytes(text);
        return also is null ? bytes : [.. bytes, (byte)'&', (byte)'x', .. also, (byte)'=', .. also, .. Encoding.ASCII.GetBytes(string.Concat(also.Select(b => $"%{b:x2}")))];
    }

    private static byte[] Parts(IEnumerable<(string Name, string Value)> fields, bool cut)
    {
        var text = string.Concat(fields.Select(f => $"--x\r\nContent-Disposition: form-data; name=\"{f.Name.Replace("\"", "%22", StringComparison.Ordinal)}\"\r\n\r\n{f.Value}\r\n"))
            + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../../a\u202efdp.exe\"\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--x--\r\n";
        var bytes = Encoding.UTF8.GetBytes(text);
        return cut ? bytes[..(bytes.Length / 2)] : bytes;
    }

    private string PathOf(RouteEndpoint endpoint)
    {
        var path = new StringBuilder();
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Segment(parameter.Name),
                    _ => "x",
                });
            }
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    private string Segment(string name)
    {
        var values = known.TryGetValue(name, out var found) ? found : [.. known.Values.SelectMany(v => v)];
        return Dice(10) switch
        {
            0 => Escaped(Value()),
            1 => new[] { "..", "%2e%2e", "..%2f..%2foffice", "%00", "%ff%fe", "%c0%af", "%0d%0a" + HostileValues.Injected + ":1", ";x=1", "%252e%252e", new string('a', 2000) }[Dice(10)],
            _ => Escaped(values[Dice(values.Length)]),
        };
    }

    private string QueryOf(IEnumerable<(string Name, string Value)>? fields = null) => "?" + string.Join('&', fields?.Take(20).Select(f => $"{Escaped(f.Name)}={Escaped(f.Value.Length > 50 ? f.Value[..50] : f.Value)}")
        ?? Enumerable.Range(0, 1 + Dice(3)).Select(_ => Queries[Dice(Queries.Length)]).SelectMany(q => Enumerable.Repeat(q, 1 + Dice(2))).Select(q => $"{q}={Escaped(Short(Value()))}"));

    private static string Short(string value) => value.Length > 200 ? value[..200] : value;

    // Half a character has no encoding: it goes as a question mark would.
    private static string Escaped(string value) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));

    private string Value() => HostileValues.Field.Generate(dice, null, out _);

    private int Dice(int sides) => (int)dice.Next((uint)sides);
}
