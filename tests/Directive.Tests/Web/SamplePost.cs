using Directives.Language;
using Directives.Mail;
using Directives.Mail.Faults;

namespace Directives.Tests.Web;

/// <summary>The post in trouble of every kind.</summary>
internal sealed class SamplePost : IPostPages
{
    public ValueTask<PostView> FaultsAsync(CancellationToken cancel) => ValueTask.FromResult(new PostView(
        new AccountFault(MailCodes.Login, "535 5.7.8 Authentication credentials invalid", new(2023, 5, 10, 8, 0, 0), new(2023, 5, 10, 12, 0, 0), 12),
        [
            .. MailCodes.All.Select((code, i) => new LetterFault(
                new Bilingual("Phó Chủ tịch Ủy ban nhân dân tỉnh", "Vice Chair of the Provincial People's Committee"),
                i + 1, code, i == 1 ? "550 5.1.1 <script>alert(1)</script> user unknown" : "", new(2023, 5, 10, 8, i, 0), i < 4 ? null : new(2023, 5, 10, 13, i, 0))),
        ],
        3));
}
