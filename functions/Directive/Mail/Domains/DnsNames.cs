using System.Net;
using DnsClient;

namespace Directives.Mail.Domains;

/// <summary>Looks up names with the machine's resolver, or with a named server.</summary>
public sealed class DnsNames : IDomainNames
{
    // It looks for the machine's name servers, and there may be none.
    private readonly Lazy<LookupClient> _client;

    /// <param name="server">Address and port; null for the machine's own.</param>
    /// <param name="patience">How long an answer may take.</param>
    public DnsNames(IPEndPoint? server, TimeSpan patience)
    {
        var options = server is null ? new LookupClientOptions() : new LookupClientOptions(server);
        options.Timeout = patience;
        options.Retries = 1;
        options.UseCache = true;
        _client = new Lazy<LookupClient>(() => new LookupClient(options));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.Value.QueryAsync(name, QueryType.TXT, cancellationToken: cancel);
            if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain)
                throw new DomainNotAnsweredException($"The name server does not answer for '{name}': {answer.ErrorMessage}.");
            return [.. answer.Answers.TxtRecords().Select(t => string.Concat(t.Text))];
        }
        catch (DnsResponseException e)
        {
            throw new DomainNotAnsweredException($"The name server does not answer for '{name}': {e.Message.TrimEnd('.')}.");
        }
    }
}
