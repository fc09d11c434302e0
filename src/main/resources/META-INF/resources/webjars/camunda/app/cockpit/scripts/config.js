/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export default {
  app: {
    name: 'Cockpit',
    vendor: 'SIP'
  },
  // Swedish as far as an admin of this product reaches; what stays English stands in docs/cockpit-sprak.md.
  locales: {
    availableLocales: ['sv'],
    fallbackLocale: 'sv'
  },
  // Lies with the product's own files, for all web apps.
  customScripts: ['../../../sip/web-app-session'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true
};
