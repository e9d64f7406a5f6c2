using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Directives.Mail.Domains;
using Directives.Tables;

namespace Directives.Local.Verbs;

/// <summary><c>mail-check</c>: looks whether a domain lets its letters be recognised. Exit code 1 if anything is missing or wrong.</summary>
internal static class MailCheckVerb
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    public static Command Create()
    {
        var domain = new Argument<string>("DOMAIN") { Description = "The domain after the @ of the sender's address." };
        var selectors = new Option<string[]>("--selector") { Description = "DKIM selector of an own mail server; may be given several times.", HelpName = "NAME", DefaultValueFactory = _ => [] };
        var server = new Option<string?>("--server") { Description = "Name server to ask instead of this machine's.", HelpName = "HOST[:PORT]" };
        var json = CommonOptions.Json();
        var verb = new Command("mail-check", "Look up SPF, DKIM and DMARC of a domain, and say what to put there.") { domain, selectors, server, json };
        verb.SetAction((call, cancel) => RunAsync(call.GetRequiredValue(domain), call.GetRequiredValue(selectors), call.GetValue(server), call.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string domain, string[] selectors, string? server, bool json, CancellationToken cancel)
    {
        var name = Ascii(domain);
        if (selectors.FirstOrDefault(s => Uri.CheckHostName(s) != UriHostNameType.Dns) is { } wrong)
            throw new CannotStartException($"--selector: '{wrong}' is no part of a domain name.");
        var names = new DnsNames(server is null ? null : await EndPointAsync(server, cancel), _patience);
        DomainResult result;
        try
        {
            result = await new DomainCheck(names, selectors).RunAsync(name, cancel);
        }
        catch (DomainNotAnsweredException e)
        {
            throw new CannotStartException($"{e.Message} Try again, or name another server with --server.");
        }

        Console.WriteLine(json ? JsonSerializer.Serialize(result, Stored.Options) : Words(result));
        return result.Holds ? 0 : 1;
    }

    private static string Words(DomainResult result)
    {
        var lines = new List<string>();
        foreach (var finding in result.Findings)
        {
            lines.Add($"{finding.What,-5} {finding.Verdict.ToString().ToUpperInvariant(),-5} {finding.Name}: {finding.Says}");
            lines.AddRange(finding.Found.Select(f => $"            found: {f}"));
            if (finding.Put is { } put) lines.Add($"            put:   {put}");
        }

        lines.Add(result.Holds ? $"{result.Domain}: letters can be recognised" : $"{result.Domain}: something is missing or wrong");
        return string.Join(Environment.NewLine, lines);
    }

    private static string Ascii(string domain)
    {
        try
        {
            var ascii = _idn.GetAscii(domain.TrimEnd('.')).ToLowerInvariant();
            if (ascii.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(ascii) == UriHostNameType.Dns) return ascii;
        }
        catch (ArgumentException)
        {
            // Said below.
        }

        throw new CannotStartException($"'{domain}' is no domain. Give what stands after the @ of the sender's address.");
    }

    private static async Task<IPEndPoint> EndPointAsync(string server, CancellationToken cancel)
    {
        if (IPEndPoint.TryParse(server, out var known)) return new IPEndPoint(known.Address, known.Port == 0 ? 53 : known.Port);
        var parts = server.Split(':');
        ushort port = 53;
        try
        {
            if (parts.Length <= 2 && (parts.Length == 1 || ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out port)))
                return new IPEndPoint((await Dns.GetHostAddressesAsync(parts[0], cancel))[0], port);
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ArgumentException)
        {
            // Said below.
        }

        throw new CannotStartException($"--server: '{server}' is no name server. Give its name or address, and its port after a colon if that is not 53.");
    }
}
