using System.Text;
using CsCheck;
using Directives.Language;

namespace Directives.Tests.Language;

/// <summary>Search forgives missing marks.</summary>
public sealed class FoldingTests
{
    private static readonly Gen<string> _text = Gen.OneOf(
        "Hoài Ân", "Đập Đá", "đường", "Ủy ban", "a\u0302\u0301", "ﬁ", "𝔄", "\ud800", "…", "\u0301", " ", "-", "Xã Nhơn Hậu", "İ", "ß", "1").Array[0, 6]
        .Select(parts => string.Concat(parts));

    [Theory]
    [InlineData("Huyện Hoài Ân", "Hoai An")]
    [InlineData("Phường Đập Đá", "Dap Da")]
    [InlineData("Phường Đập Đá", "đập  DA")]
    [InlineData("Ủy ban nhân dân", "uy BAN")]
    [InlineData("Xã Ân Hữu", "ân hữu")]
    public void Marks_and_case_do_not_matter(string text, string asked) => Assert.True(Folding.Finds(Folding.Fold(text), Folding.Fold(asked)));

    [Theory]
    [InlineData("Huyện Hoài Ân", "oai")]
    [InlineData("Huyện Hoài Ân", "Hoài Nhơn")]
    [InlineData("Huyện Hoài Ân", "")]
    public void Words_are_found_by_how_they_begin(string text, string asked) => Assert.False(Folding.Finds(Folding.Fold(text), Folding.Fold(asked)));

    [Fact]
    public void Folding_is_done_once_and_knows_no_marks() => _text.Sample(text =>
    {
        var folded = Folding.Fold(text);
        Assert.Equal(folded, Folding.Fold(folded));
        Assert.DoesNotContain(folded, c => char.IsUpper(c) || c == 'đ' || (c != ' ' && char.IsWhiteSpace(c)));
        Assert.Equal(folded, folded.Trim());
    });

    [Fact]
    public void Composed_and_decomposed_fold_alike() => _text.Where(t => !t.Contains('\ud800', StringComparison.Ordinal)).Sample(text =>
        Assert.Equal(Folding.Fold(text.Normalize(NormalizationForm.FormC)), Folding.Fold(text.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void What_has_words_finds_itself() => _text.Sample(text =>
    {
        var folded = Folding.Fold(text);
        Assert.Equal(folded.Length > 0, Folding.Finds(folded, folded));
    });

    [Fact]
    public void Words_stand_where_they_say() => _text.Sample(text =>
        Assert.All(Folding.Words(text), w => Assert.Equal(w.Folded, Folding.Fold(text.Substring(w.Start, w.Length)))));
}
