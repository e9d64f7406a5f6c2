using System.Net;
using Directives.Access;
using Directives.Access.Accounts;
using Microsoft.AspNetCore.Http;

namespace Directives.Tests.Access;

public sealed class OriginTests
{
    private const string Iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:aaaa:bbbb:cccc::1", "2001:db8:aaaa::/48")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    public void An_address_is_kept_as_its_network_only(string address, string network)
    {
        Assert.Equal(network, Origin.NetworkOf(IPAddress.Parse(address)));
        Assert.Equal(network, LinkUse.Of(Request(address, "")).Network);
        Assert.Equal(network, Visitor.Of(Request(address, "")).Network);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)", "iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "macOS")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Windows")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)", "ChromeOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8)", "Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "Linux")]
    [InlineData("curl/8.1", "other")]
    [InlineData("", "other")]
    public void A_browser_that_follows_a_link_is_kept_as_its_family_only(string agent, string family) => Assert.Equal(family, LinkUse.Of(Request("203.0.113.77", agent)).Device);

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows")]
    [InlineData(Iphone, "Safari, iPhone")]
    [InlineData("<script>alert(1)</script>", "?")]
    public void Of_a_browsers_words_only_known_names_are_kept(string agent, string words) => Assert.Equal(words, Visitor.Of(Request("203.0.113.77", agent)).Device);

    private static DefaultHttpContext Request(string address, string agent)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        context.Request.Headers.UserAgent = agent;
        return context;
    }
}
