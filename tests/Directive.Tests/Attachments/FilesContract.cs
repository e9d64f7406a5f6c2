using System.Security.Cryptography;
using System.Text;
using Directives.Attachments;

namespace Directives.Tests.Attachments;

/// <summary>What every implementation of <see cref="IFiles"/> promises; derived classes bring one each.</summary>
public abstract class FilesContract
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200_000)]
    [InlineData(6_000_000)]
    public async Task Bytes_are_found_under_their_hash(int size)
    {
        var (files, bytes) = (await OpenAsync(), RandomNumberGenerator.GetBytes(size));
        var kept = await files.PutAsync(new MemoryStream(bytes));
        Assert.Equal(new KeptFile(HashOf(bytes), size), kept);
        Assert.True(await files.ExistsAsync(kept.Hash));
        Assert.Equal(bytes, await ReadAsync(files, kept.Hash));
    }

    [Fact]
    public async Task What_is_kept_begins_where_the_stream_stands()
    {
        var files = await OpenAsync();
        var kept = await files.PutAsync(new MemoryStream(Bytes("skipped|kept")) { Position = 8 });
        Assert.Equal(new KeptFile(HashOf(Bytes("kept")), 4), kept);
        Assert.Equal("kept", Encoding.UTF8.GetString(await ReadAsync(files, kept.Hash)));
    }

    [Fact]
    public async Task A_stream_that_can_be_read_only_once_is_kept_whole()
    {
        var (files, bytes) = (await OpenAsync(), RandomNumberGenerator.GetBytes(300_000));
        using var once = new CryptoStream(new MemoryStream(bytes), new ToBase64Transform(), CryptoStreamMode.Read);
        var kept = await files.PutAsync(once);
        Assert.Equal(Convert.ToBase64String(bytes), Encoding.ASCII.GetString(await ReadAsync(files, kept.Hash)));
    }

    [Fact]
    public async Task The_same_bytes_put_at_once_are_kept()
    {
        var files = await OpenAsync();
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => files.PutAsync(new MemoryStream(Bytes("same")))));
        Assert.Single(kept.Distinct());
        Assert.Equal("same", Encoding.UTF8.GetString(await ReadAsync(files, kept[0].Hash)));
    }

    [Fact]
    public async Task A_file_goes_unless_it_was_put_since()
    {
        var files = await OpenAsync();
        var hash = (await files.PutAsync(new MemoryStream(Bytes("a")))).Hash;
        Assert.False(await files.RemoveAsync(hash, Now.AddHours(-1)));
        Assert.True(await files.ExistsAsync(hash));
        Assert.True(await files.RemoveAsync(hash, Now.AddHours(1)));
        Assert.False(await files.ExistsAsync(hash));
        Assert.Null(await files.OpenAsync(hash));
        Assert.True(await files.RemoveAsync(hash, Now.AddHours(-1)));
        Assert.Equal(hash, (await files.PutAsync(new MemoryStream(Bytes("a")))).Hash);
        Assert.Equal("a", Encoding.UTF8.GetString(await ReadAsync(files, hash)));
    }

    [Fact]
    public async Task A_cancelled_put_keeps_nothing()
    {
        var files = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => files.PutAsync(new MemoryStream(Bytes("x")), new CancellationToken(canceled: true)));
        Assert.False(await files.ExistsAsync(HashOf(Bytes("x"))));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_hash_of_a_file_finds_none(string hash)
    {
        var files = await OpenAsync();
        Assert.Null(await files.OpenAsync(hash));
        Assert.False(await files.ExistsAsync(hash));
        Assert.True(await files.RemoveAsync(hash, Now));
    }

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<IFiles> OpenAsync();

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<byte[]> ReadAsync(IFiles files, string hash)
    {
        await using var content = (await files.OpenAsync(hash))!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
