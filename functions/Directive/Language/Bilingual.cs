namespace Directives.Language;

/// <summary>A title or name that the register holds in both languages.</summary>
public sealed record Bilingual(string Vi, string En)
{
    /// <summary>The name in the reader's language, which turns nothing that is written after it.</summary>
    public string In(Texts texts) => Bidi.Plain(texts == Texts.English && En.Length > 0 ? En : Vi);
}
