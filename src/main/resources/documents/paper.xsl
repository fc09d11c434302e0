<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lays a document's plain HTML out on paper: A4, window envelope, page numbers, tags for screen readers.
  Templates may use h1 to h3, p, ul, ol, li, table (thead, tbody, tr, th, td), strong, em, br, section and the classes
  below; anything else stops the document, so that nothing is silently left out.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:dc="http://purl.org/dc/elements/1.1/">

  <xsl:template match="/html">
    <fo:root font-family="SIP" font-size="11pt" line-height="1.4" language="sv" country="SE" xml:lang="sv-SE"
             hyphenate="true" hyphenation-remain-character-count="3" hyphenation-push-character-count="3">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="page" page-width="210mm" page-height="297mm" margin="15mm 25mm 12mm 25mm">
          <fo:region-body margin="14mm 0 16mm 0"/>
          <fo:region-before extent="12mm"/>
          <fo:region-after extent="12mm" display-align="after"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta>
          <rdf:RDF>
            <rdf:Description rdf:about="">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="head/title"/></rdf:li></rdf:Alt></dc:title>
              <dc:language><rdf:Bag><rdf:li>sv-SE</rdf:li></rdf:Bag></dc:language>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence id="all" master-reference="page" initial-page-number="1">
        <fo:static-content flow-name="xsl-region-before" role="artifact">
          <fo:block font-size="9pt" text-align-last="justify" role="artifact">
            <xsl:value-of select="head/meta[@name='sender']/@content"/>
            <fo:leader leader-pattern="space"/>
            <xsl:value-of select="head/meta[@name='case']/@content"/>
          </fo:block>
        </fo:static-content>
        <fo:static-content flow-name="xsl-region-after" role="artifact">
          <fo:block font-size="9pt" border-top="0.5pt solid black" padding-top="2mm" text-align-last="justify"
                    role="artifact">
            <xsl:value-of select="head/meta[@name='foot']/@content"/>
            <fo:leader leader-pattern="space"/>
            <xsl:text>Sida </xsl:text><fo:page-number role="artifact"/><xsl:text> av </xsl:text>
            <fo:page-number-citation-last ref-id="all" role="artifact"/>
          </fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="body/*"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- The address stands where the window of a C5 envelope (H2) shows it, on the first page only. -->
  <xsl:template match="section[@class='window']">
    <fo:block-container absolute-position="absolute" top="16mm" left="85mm" width="80mm" height="28mm">
      <fo:block hyphenate="false" font-size="10.5pt" line-height="1.25"><xsl:apply-templates/></fo:block>
    </fo:block-container>
    <fo:block space-after="46mm"/>
  </xsl:template>
  <xsl:template match="section[@class='window']/p">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="section">
    <fo:block><xsl:apply-templates/></fo:block>
  </xsl:template>
  <!-- Kept together on one page where it fits. -->
  <xsl:template match="section[@class='together']">
    <fo:block keep-together.within-page="5"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="section[@class='box']">
    <fo:block border="0.75pt solid black" padding="3mm" margin="0" space-before="4mm" space-after="4mm"
              keep-together.within-page="5"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="h1">
    <fo:block role="H1" font-size="20pt" line-height="1.2" font-weight="bold" space-after="4mm" hyphenate="false"
              keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="h2">
    <fo:block role="H2" font-size="13.5pt" line-height="1.25" font-weight="bold" space-before="6mm" space-after="2mm"
              hyphenate="false" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="h3">
    <fo:block role="H3" font-weight="bold" space-before="4mm" space-after="1mm" keep-with-next.within-page="always">
      <xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="p">
    <fo:block role="P" space-after="2.5mm" orphans="2" widows="2" linefeed-treatment="preserve"
              white-space-treatment="ignore-if-surrounding-linefeed"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="p[@class='lead']">
    <fo:block role="P" font-size="13pt" space-after="4mm" linefeed-treatment="preserve"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="p[@class='small']">
    <fo:block role="P" font-size="9pt" space-after="1.5mm"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <!-- A line to sign on. -->
  <xsl:template match="p[@class='sign']">
    <fo:block role="P" space-before="14mm" border-top="0.5pt solid black" padding-top="1mm" font-size="9pt"
              keep-together.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="ul|ol">
    <fo:list-block provisional-distance-between-starts="6mm" provisional-label-separation="2mm" space-after="3mm">
      <xsl:apply-templates select="li"/>
    </fo:list-block>
  </xsl:template>
  <xsl:template match="li">
    <fo:list-item space-after="1mm">
      <fo:list-item-label end-indent="label-end()">
        <fo:block>
          <xsl:choose>
            <xsl:when test="parent::ol"><xsl:number format="1."/></xsl:when>
            <xsl:when test="@class='tick'"><fo:inline font-size="13pt">&#x25A1;</fo:inline></xsl:when>
            <xsl:otherwise>&#x2022;</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <fo:block linefeed-treatment="preserve"><xsl:apply-templates/></fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="table">
    <fo:table table-layout="fixed" width="100%" space-after="4mm" border-top="0.75pt solid black">
      <xsl:for-each select="thead/tr/th">
        <fo:table-column column-width="proportional-column-width({concat(@width, substring('1', 1 + 2 * boolean(@width)))})"/>
      </xsl:for-each>
      <fo:table-header>
        <fo:table-row>
          <xsl:for-each select="thead/tr/th">
            <fo:table-cell padding="1.5mm 1.5mm 1mm 0" border-bottom="0.75pt solid black">
              <fo:block font-weight="bold" font-size="9.5pt"><xsl:apply-templates/></fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="tbody/tr">
          <fo:table-row keep-together.within-page="5">
            <xsl:for-each select="td">
              <fo:table-cell padding="1.5mm 1.5mm 1.5mm 0" border-bottom="0.25pt solid black">
                <fo:block font-size="9.5pt" line-height="1.3" linefeed-treatment="preserve">
                  <xsl:apply-templates/></fo:block>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="strong"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="em"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="br"><fo:block/></xsl:template>
  <xsl:template match="text()"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*">
    <xsl:message terminate="yes">A document may not hold the element <xsl:value-of select="name()"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
