namespace Directives.Mail.Domains;

/// <summary>Looks whether a domain lets its letters be recognised: SPF, DKIM, DMARC (R13).</summary>
/// <param name="names">Where it looks.</param>
/// <param name="selectors">DKIM selectors of the own mail server; with none, those of SendGrid count.</param>
public sealed class DomainCheck(IDomainNames names, IReadOnlyList<string> selectors)
{
    private static readonly string[] _sendGrid = ["s1", "s2"];

    /// <summary>Looks.</summary>
    /// <exception cref="DomainNotAnsweredException">The server did not answer.</exception>
    public async Task<DomainResult> RunAsync(string domain, CancellationToken cancel)
    {
        var findings = new List<DomainFinding> { await SpfAsync(domain, cancel) };
        findings.AddRange(await DkimAsync(domain, cancel));
        findings.Add(await DmarcAsync(domain, cancel));
        return new DomainResult(domain, findings.All(f => f.Verdict != DomainVerdict.Bad), findings);
    }

    private async Task<DomainFinding> SpfAsync(string domain, CancellationToken cancel)
    {
        var found = SpfRule.Records(await names.TextsAsync(domain, cancel));
        var lookups = found is [var only] ? await LookupsAsync(only, [domain], cancel) : 0;
        return SpfRule.Judge(domain, found, lookups);
    }

    /// <summary>Look-ups that a receiver needs for a record, with those of the records that it includes.</summary>
    private async Task<int> LookupsAsync(string record, HashSet<string> seen, CancellationToken cancel)
    {
        var sum = SpfRule.OwnLookups(record);
        foreach (var included in SpfRule.Included(record))
        {
            if (sum > SpfRule.MostLookups) break;
            if (!seen.Add(included)) continue;
            if (SpfRule.Records(await names.TextsAsync(included, cancel)) is [var next, ..]) sum += await LookupsAsync(next, seen, cancel);
        }

        return sum;
    }

    private async Task<IReadOnlyList<DomainFinding>> DkimAsync(string domain, CancellationToken cancel)
    {
        var findings = new List<DomainFinding>();
        foreach (var selector in selectors.Concat(_sendGrid).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var name = $"{selector}._domainkey.{domain}";
            findings.Add(DkimRule.Judge(name, await names.TextsAsync(name, cancel), _sendGrid.Contains(selector, StringComparer.OrdinalIgnoreCase)));
        }

        // One signature is enough; which one, the transport decides.
        var named = findings.Take(selectors.Count).ToList();
        var served = selectors.Count > 0 ? named.Any(f => f.Verdict is DomainVerdict.Good or DomainVerdict.Weak) : findings.All(f => f.Verdict != DomainVerdict.Bad);
        return !served || selectors.Count == 0
            ? findings
            : [.. findings.Select(f => f is { Verdict: DomainVerdict.Bad, Found.Count: 0 } && !named.Contains(f)
                ? f with { Verdict = DomainVerdict.Spare, Says = "not there; needed only to send by SendGrid", Put = null }
                : f)];
    }

    /// <summary>A domain without a record of its own goes by that of the nearest above.</summary>
    private async Task<DomainFinding> DmarcAsync(string domain, CancellationToken cancel)
    {
        for (var at = domain; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var found = DmarcRule.Records(await names.TextsAsync($"_dmarc.{at}", cancel));
            if (found.Count > 0) return DmarcRule.Judge($"_dmarc.{at}", domain, found, at != domain);
        }

        return DmarcRule.Judge($"_dmarc.{domain}", domain, [], false);
    }
}
