using Directives.Language;

namespace Directives.BrowserTests;

public sealed class VietnameseOnlyTests
{
    [Theory]
    [InlineData("office.letter.waiting")]
    [InlineData("unreached.lead")]
    [InlineData("report.title")]
    [InlineData("letter.after2.ask")]
    public void An_English_text_among_Vietnamese_ones_is_found(string key)
    {
        Assert.Null(VietnameseOnly.FirstIn($"Đề nghị {Texts.Vietnamese[key]} Hoài Ân"));
        Assert.NotNull(VietnameseOnly.FirstIn($"Đề nghị {Texts.English[key]} Hoài Ân"));
    }

    [Fact]
    public void An_English_title_is_found() => Assert.Equal("Head, Department of Health", VietnameseOnly.FirstIn("Kính gửi: Head, Department of Health"));
}
