using System.Text.RegularExpressions;

namespace Directives.Tests.Hostile;

/// <summary>Sends requests one after the other, and looks at what comes back and at what was written.</summary>
internal sealed partial class HostileSender(HostileWorld world, HostileTally tally) : IDisposable
{
    private const int CompareEvery = 400;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.Latin1 }) { Timeout = TimeSpan.FromMinutes(2) };
    private string _tables = "";

    /// <summary>Takes the tables as they are for what refusals must leave.</summary>
    public async Task BeginAsync()
    {
        world.Tables.Take();
        _tables = await world.Tables.DigestAsync();
    }

    public async Task<(int Status, string Text, HttpResponseMessage Answer)> SendAsync(HostileRequest request)
    {
        using var message = request.Message(world.Site.Address);
        var answer = await _client.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        var written = world.Tables.Take();
        tally.Count(status, !request.Looks && status < 400);
        foreach (var wrong in Wrong(request, status, text, answer, written)) tally.Fault($"{status} {wrong}: {request}");

        if (written.Count > 0) _tables = await world.Tables.DigestAsync();
        else if (tally.Requests % CompareEvery == 0) await CompareAsync();
        return (status, text, answer);
    }

    /// <summary>Nothing was written since: all tables must hold what they held.</summary>
    public async Task CompareAsync()
    {
        tally.Compared++;
        if (await world.Tables.DigestAsync() != _tables) tally.Fault("the tables hold something else, though nothing was written");
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task SendRawAsync(string what, byte[] bytes)
    {
        using var client = await Access.RawClient.ConnectAsync(world.Site.Address);
        await client.SendAsync(bytes);
        var answer = await client.ReadToEndAsync();
        var status = answer.Length > 12 && answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
        tally.Count(status, false);
        // 505 is what the protocol wants for a version that nobody speaks.
        if (status is >= 500 and not 505) tally.Fault($"{status} fault: {what}");
        if (Trace().IsMatch(answer)) tally.Fault($"{status} tells of the program: {what}");
        if (world.Tables.Take() is { Count: > 0 } written && status >= 400) tally.Fault($"{status} wrote {written[0]}: {what}");
        _tables = await world.Tables.DigestAsync();
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<string> Wrong(HostileRequest request, int status, string text, HttpResponseMessage answer, IReadOnlyList<string> written)
    {
        if (status >= 500) yield return "is a fault";
        if (Trace().IsMatch(text)) yield return "tells of the program";
        if (request.By.Stranger(text) is { } stranger && !request.Path.StartsWith("/demo", StringComparison.Ordinal)) yield return $"shows {stranger}";
        if (answer.Headers.Location is { } to && !(to.OriginalString.StartsWith('/') && !to.OriginalString.StartsWith("//", StringComparison.Ordinal) && !to.OriginalString.Contains('\\', StringComparison.Ordinal)))
            yield return $"leads to {to}";
        if (answer.Headers.Contains(HostileValues.Injected)) yield return "has a head that was typed";
        // What the server itself cannot read never reaches the site: an answer without a body.
        if (!answer.Headers.Contains("Content-Security-Policy") && (text.Length > 0 || status is < 400 or >= 500)) yield return "has no policy";
        if (text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase)) yield return "holds markup that was typed";
        if (status >= 400 && written.Any(w => !KeepsADraft(request, status, w))) yield return $"is a refusal and wrote {written[0]}";
        if (request.Looks && written.Count > 0) yield return $"only looks and wrote {written[0]}";
    }

    // A form that is refused loses nothing that was typed into it: files that came with it are kept beside the draft.
    private static bool KeepsADraft(HostileRequest request, int status, string written) =>
        request.Path.StartsWith("/report", StringComparison.Ordinal) && status is 409 or 422 && written.StartsWith("Drafts ", StringComparison.Ordinal);

    [GeneratedRegex(@"\bat [A-Z]\w+(\.\w+)+\(|\w+Exception\b|\.cs:line|Microsoft\.AspNetCore|Directives\.[A-Z]\w+\.")]
    private static partial Regex Trace();
}
