using Directives.Language;
using Directives.Mail;
using Directives.Register;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Access;

/// <summary>No text turns around what is written after it.</summary>
public sealed class BidiTests
{
    private const string Turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    [Theory]
    [InlineData("gpj.\u202etroper", "gpj.troper")]
    [InlineData("\u2067abc\u2069", "abc")]
    [InlineData("Xã Hoài Sơn", "Xã Hoài Sơn")]
    [InlineData("السكرتير\u200f (1)", "السكرتير\u200f (1)")]
    public void What_turns_the_direction_of_reading_is_taken_out_where_text_comes_in(string typed, string text)
    {
        Assert.Equal(text, Bidi.Plain(typed));
        Assert.Equal(text, PlainText.Normalize(typed));
        Assert.Equal(text, HeaderText.Line(typed));
    }

    [Fact]
    public void A_title_is_shown_without() => Assert.Equal("Trưởng phòng", new Bilingual($"Trưởng{Turning} phòng", "").In(Texts.Vietnamese));

    [Fact]
    public void A_register_with_such_a_name_is_not_taken_in()
    {
        var content = SmallProvince.Content();
        var turned = content with { Officials = [content.Officials[0] with { Title = "x\u202ey" }, .. content.Officials.Skip(1)] };
        Assert.Throws<RegisterRefusedException>(() => RegisterSnapshot.Build(turned));
        Assert.NotNull(RegisterSnapshot.Build(content));
    }
}
