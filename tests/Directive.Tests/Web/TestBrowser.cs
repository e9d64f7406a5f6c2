using System.Net;

namespace Directives.Tests.Web;

/// <summary>A browser without script: keeps cookies, sends forms with their token, follows nothing by itself.</summary>
internal sealed class TestBrowser(Uri site) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    public CookieContainer Cookies => _cookies;

    private HttpClient Client => _client ??= new(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = site };

    public Task<TestPage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Sends a form with the token of a page that was shown before.</summary>
    public Task<TestPage> PostAsync(TestPage from, string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, [("__RequestVerificationToken", from.Token), .. fields]);

    public Task<TestPage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))),
    });

    public async Task<TestPage> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            if (name == "Host") request.Headers.Host = value;
            else request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Client.SendAsync(request);
        return new TestPage(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    /// <summary>A file as it is saved.</summary>
    public Task<byte[]> BytesAsync(string path) => Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a personal link by its button.</summary>
    public async Task<TestPage> OpenLinkAsync(string key)
    {
        var page = await GetAsync($"/l/{key}");
        return await PostAsync(page, $"/l/{key}");
    }

    /// <summary>Becomes somebody through the demonstration.</summary>
    public async Task BecomeAsync(string official)
    {
        var page = await GetAsync("/demo");
        var answer = await PostAsync(page, "/demo/be", ("official", official));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    public void Dispose() => _client?.Dispose();
}
