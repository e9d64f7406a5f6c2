using System.Security.Cryptography;
using System.Text;
using Directives.Attachments;
using Directives.Recommendations.Confidential;
using Directives.Tests.Access;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>What is sealed opens with its key and in its place only (R6).</summary>
public sealed class DeskCipherTests
{
    private static readonly DeskCipher Cipher = new(new byte[32]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4092)]
    [InlineData(4093)]
    [InlineData(100_000)]
    public void What_was_sealed_opens_again_and_its_length_does_not_tell(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var bytes = Cipher.Seal(plain, "here");
        Assert.Equal(plain, Cipher.Open(bytes, "here"));
        Assert.Equal(0, (bytes.Length - 28) % 4096);
        Assert.NotEqual(bytes, Cipher.Seal(plain, "here"));
    }

    [Fact]
    public void Changed_elsewhere_or_with_another_key_it_does_not_open()
    {
        var bytes = Cipher.Seal("words"u8, "here");
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(bytes, "there"));
        Assert.ThrowsAny<CryptographicException>(() => new DeskCipher(TestKeys.Of(1)).Open(bytes, "here"));
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(bytes[..100], "here"));
        bytes[200] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(bytes, "here"));
        Assert.Throws<ArgumentException>(() => new DeskCipher(new byte[31]));
    }

    [Fact]
    public void Names_are_the_same_for_the_same_parts_only()
    {
        Assert.Equal(Cipher.NameOf("a", "b"), Cipher.NameOf("a", "b"));
        Assert.NotEqual(Cipher.NameOf("a", "b"), Cipher.NameOf("ab", ""));
        Assert.Matches("^[A-Za-z0-9_-]{24}$", Cipher.NameOf("a"));
    }

    [Fact]
    public async Task A_newer_key_seals_and_the_older_ones_open_and_name()
    {
        var rotated = new DeskCipher(TestKeys.Of(5, 0));
        Assert.Equal("words"u8.ToArray(), rotated.Open(Cipher.Seal("words"u8, "here"), "here"));
        Assert.ThrowsAny<CryptographicException>(() => rotated.Open(Cipher.Seal("words"u8, "here"), "there"));
        Assert.ThrowsAny<CryptographicException>(() => Cipher.Open(rotated.Seal("words"u8, "here"), "here"));
        Assert.Equal("words"u8.ToArray(), new DeskCipher(TestKeys.Of(5)).Open(rotated.Seal("words"u8, "here"), "here"));
        Assert.Equal(Cipher.NameOf("a", "b"), rotated.NameOf("a", "b"));

        var inner = new MemoryFiles();
        var kept = await new SealedFiles(inner, Cipher).PutAsync(new MemoryStream("canary words"u8.ToArray()));
        using var reader = new StreamReader((await new SealedFiles(inner, rotated).OpenAsync(kept.Hash))!);
        Assert.Equal("canary words", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Files_are_kept_sealed()
    {
        var inner = new MemoryFiles();
        var files = new SealedFiles(inner, Cipher);
        var kept = await files.PutAsync(new MemoryStream("canary words"u8.ToArray()));
        Assert.Equal(12, kept.Size);
        using var raw = new MemoryStream();
        await (await inner.OpenAsync(kept.Hash))!.CopyToAsync(raw);
        Assert.DoesNotContain("canary", Encoding.Latin1.GetString(raw.ToArray()), StringComparison.Ordinal);
        using var reader = new StreamReader((await files.OpenAsync(kept.Hash))!);
        Assert.Equal("canary words", await reader.ReadToEndAsync());
        Assert.Null(await files.OpenAsync(new string('0', 64)));
    }
}
