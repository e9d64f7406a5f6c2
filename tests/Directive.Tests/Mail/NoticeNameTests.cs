using Directives.Chasing;
using Directives.Language;

namespace Directives.Tests.Mail;

/// <summary>Each kind of notice has a name wherever notices are listed.</summary>
public sealed class NoticeNameTests
{
    [Fact]
    public void Own_data_name_every_kind() => Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.True(Texts.Vietnamese.Has($"retention.notice.{kind}"), $"{kind}"));
}
