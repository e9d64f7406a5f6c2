using Directives.Editions;
using Directives.Mail.Domains;
using Directives.Mail.Transports;

namespace Directives.Cloud;

/// <summary>What is looked at before anything is opened, beyond the settings themselves.</summary>
internal static class StartChecks
{
    /// <summary>How long a name server may take: the start must not wait for one that is away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Looks whether the folder of own rules is there, which else would be passed over in silence.</summary>
    /// <exception cref="CannotStartException">It is named, and not there.</exception>
    public static void Rules(CloudSettings settings)
    {
        if (settings.Rules is { } folder && !Directory.Exists(folder))
            throw new CannotStartException($"{SettingNames.Variable("Rules")}: there is no folder '{folder}'. Deploy it with the app, or leave the setting empty.");
    }

    /// <summary>Looks whether the editions that the installation is meant for are there.</summary>
    /// <exception cref="CannotStartException">One is not; the message names those there are.</exception>
    public static void Editions(CloudSettings settings, EditionLibrary known)
    {
        foreach (var id in settings.Editions.Where(id => known.All.All(e => !e.Id.Equals(id, StringComparison.OrdinalIgnoreCase))))
        {
            throw new CannotStartException(
                $"{SettingNames.Variable("Edition")}: there is no edition '{id}'. Known are {string.Join(", ", known.All.Select(e => e.Id))}: "
                + $"give one of them, or put the file of yours into the folder that {SettingNames.Variable("Rules")} names.");
        }
    }

    /// <summary>Looks whether the sender's domain says who may send for it. Only a plain no keeps the app from starting: a name server that is away must not.</summary>
    /// <param name="say">Told what is wrong but keeps nothing.</param>
    /// <exception cref="CannotStartException">The domain has no SPF record; the message says what to put there.</exception>
    public static async Task SenderAsync(MailOptions mail, IDomainNames names, Action<string> say, CancellationToken cancel)
    {
        if (mail.Transport == MailOptions.OutboxName) return;
        var (from, domain) = (SettingNames.Variable($"{MailOptions.Section}:{nameof(MailOptions.From)}"), mail.From[(mail.From.LastIndexOf('@') + 1)..]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        IReadOnlyList<string> found;
        try
        {
            found = SpfRule.Records(await names.TextsAsync(domain, limit.Token));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is not OutOfMemoryException)
        {
            say($"{from}: whether '{domain}' has an SPF record could not be looked up; started all the same. Look with: directive mail-check {domain}");
            return;
        }

        var finding = SpfRule.Judge(domain, found, 0);
        if (finding.Verdict != DomainVerdict.Bad) return;
        var what = $"{from}: the SPF record of '{domain}': {finding.Says}. Put there: {finding.Put}. Then look with: directive mail-check {domain}";
        if (found.Count == 0) throw new CannotStartException(what);
        say(what);
    }
}
